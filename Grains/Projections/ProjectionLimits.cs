namespace Tocsin.Projections;

/// <summary>The limits of projections.</summary>
internal static class ProjectionLimits
{
    /// <summary>The number of positions that one step reads.</summary>
    public const int PositionsPerStep = 5_000;

    /// <summary>How often another silo may be faster before a report gives up.</summary>
    public const int LostMax = 100;

    /// <summary>How often each silo brings the projections up to date and continues rebuilds.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>How long a report waits for its rows. Then it is answered 503 <c>unavailable</c>; the work goes on.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);
}
