namespace Tocsin.Projections;

/// <summary>The limits of projections.</summary>
internal static class ProjectionLimits
{
    /// <summary>How many positions of the journal one step reads.</summary>
    public const int PositionsPerStep = 5_000;

    /// <summary>How often a step may find that another silo was faster before a report gives up.</summary>
    public const int LostMax = 100;

    /// <summary>How often each silo brings its projections up to date, and goes on with those that are made anew.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>How long a report waits for its rows; then it is answered 503 <c>unavailable</c>, and they are made on.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);
}
