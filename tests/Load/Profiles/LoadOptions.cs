using Tocsin.Tests.Load.Days;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>How a profile is run.</summary>
/// <param name="Profile">The profile, at its share and speed.</param>
/// <param name="Gateways">The gateways of one cluster, in turn; one at least.</param>
/// <param name="Duration">How long calls arrive.</param>
/// <param name="Seed">The run of chance.</param>
public sealed record LoadOptions(LoadProfile Profile, IReadOnlyList<Uri> Gateways, TimeSpan Duration, int Seed)
{
    /// <summary>The longest run.</summary>
    public static readonly TimeSpan DurationMax = TimeSpan.FromDays(7);

    /// <summary>The most calls of one run.</summary>
    public const double CallsMax = 5_000_000;

    /// <summary>How long people take.</summary>
    public Delays Delays { get; init; } = Delays.Compressed;

    /// <summary>How long a request is repeated while a gateway is away.</summary>
    public Patience Patience { get; init; } = Patience.OneTry;

    /// <summary>The units of the fleet; null: as many as the profile needs.</summary>
    public int? Units { get; init; }

    /// <summary>Processes of this machine whose processor time and memory are taken.</summary>
    public IReadOnlyList<int> Pids { get; init; } = [];

    /// <summary>Where silos show their metrics.</summary>
    public IReadOnlyList<Uri> Metrics { get; init; } = [];

    /// <summary>The timing policy that is chosen for the run; null: none is touched.</summary>
    public string? Policy { get; init; }

    /// <summary>The real day that is lived again instead of arrivals by chance; null: none.</summary>
    public RealDay? Day { get; init; }

    /// <summary>How long stories may take to finish after the last call.</summary>
    public TimeSpan DrainTime => ProfileRunner.DrainTime + (Day?.After(Duration) ?? TimeSpan.Zero);

    /// <summary>What was typed.</summary>
    public string CommandLine { get; init; } = "";
}
