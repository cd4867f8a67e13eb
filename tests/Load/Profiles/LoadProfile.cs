namespace Tocsin.Tests.Load.Profiles;

/// <summary>A named load and what a server must do under it. A new one is a small file and a line in the catalog.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Description">What it stands for, with its source.</param>
/// <param name="CallsPerSecond">Mean rate of calls.</param>
/// <param name="IncidentShare">The share of calls that become incidents.</param>
/// <param name="UnitsPerIncident">The mean number of units that an incident gets, 1..2.</param>
/// <param name="Limits">What decides the verdict.</param>
public sealed record LoadProfile(
    string Name, string Description, double CallsPerSecond, double IncidentShare, double UnitsPerIncident, LoadLimits Limits)
{
    /// <summary>How strong its bursts are.</summary>
    public BurstShape Bursts { get; init; } = BurstShape.Usual;

    /// <summary>Calls about one event in each ten minutes, part of <see cref="CallsPerSecond"/>.</summary>
    public double ClusterCallsInTenMinutes { get; init; }

    /// <summary>Positions of units a second.</summary>
    public double PositionsPerSecond { get; init; }

    /// <summary>Consoles that hang on the feed.</summary>
    public int Consoles { get; init; }

    /// <summary>The same at <paramref name="share"/> of its rates; consoles stay as many.</summary>
    public LoadProfile Scaled(double share) => this with
    {
        CallsPerSecond = CallsPerSecond * share,
        ClusterCallsInTenMinutes = ClusterCallsInTenMinutes * share,
        PositionsPerSecond = PositionsPerSecond * share,
    };

    /// <summary>How many calls about one event a run of <paramref name="duration"/> has.</summary>
    public int ClusterCalls(TimeSpan duration) => (int)Math.Round(ClusterCallsInTenMinutes * (duration / TimeSpan.FromMinutes(10)));
}
