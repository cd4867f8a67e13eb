namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>Everything that happens in a year.</summary>
/// <param name="Zone">Whose year.</param>
/// <param name="From">Its first instant.</param>
/// <param name="To">The next year's first instant.</param>
/// <param name="Units">The units with their stations.</param>
/// <param name="Calls">The calls, in order of ring; those of drills among them.</param>
/// <param name="Incidents">The incidents, in order of receipt; drills among them.</param>
public sealed record YearPlan(
    TimeZoneInfo Zone,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<YearUnit> Units,
    IReadOnlyList<YearCall> Calls,
    IReadOnlyList<YearIncident> Incidents)
{
    /// <summary>The calls that reports count.</summary>
    public IEnumerable<YearCall> CountedCalls => Calls.Where(c => c.Incident is not { Exercise: true });

    /// <summary>The incidents that reports count.</summary>
    public IEnumerable<YearIncident> CountedIncidents => Incidents.Where(i => !i.Exercise);
}
