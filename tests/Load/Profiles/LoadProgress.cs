using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>How a run stands, told with each sample.</summary>
/// <param name="Sample">The newest sample.</param>
/// <param name="Driver">The books and counts so far.</param>
/// <param name="Duration">How long calls arrive.</param>
public sealed record LoadProgress(LoadSample Sample, Driver Driver, TimeSpan Duration);
