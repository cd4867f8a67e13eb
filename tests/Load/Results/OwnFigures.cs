using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Load.Results;

/// <summary>What this program itself cost and how well it kept its schedule: where it is late, it measured itself.</summary>
/// <param name="Lag">How late it sent what it sent.</param>
/// <param name="CpuSeconds">Processor time while calls arrived.</param>
/// <param name="CpuMicrosPerRequest">The same for each request, consoles and positions included.</param>
/// <param name="AllocatedBytesPerRequest">Managed bytes for each request, likewise.</param>
/// <param name="NotBegun">Calls that were not begun since too many were under way.</param>
/// <param name="BatchesNotBegun">Batches of positions likewise.</param>
/// <param name="Repeats">Requests that were sent again.</param>
public sealed record OwnFigures(
    LatencyFigures Lag,
    double CpuSeconds,
    double CpuMicrosPerRequest,
    double AllocatedBytesPerRequest,
    int NotBegun,
    int BatchesNotBegun,
    int Repeats);
