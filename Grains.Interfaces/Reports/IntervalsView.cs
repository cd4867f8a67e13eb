namespace Tocsin.Reports;

/// <summary>The six intervals of api.md.</summary>
/// <param name="Processing">Receipt to first assignment, one for each incident.</param>
/// <param name="Response">Receipt to first arrival, one for each incident.</param>
/// <param name="Acknowledge">Assignment to sign-for, one for each assignment.</param>
/// <param name="Turnout">Assignment to en route.</param>
/// <param name="Travel">En route to on scene.</param>
/// <param name="Feedback">On scene to first feedback.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IntervalsView")]
public sealed record IntervalsView(
    [property: Id(0)] IntervalView Processing,
    [property: Id(1)] IntervalView Response,
    [property: Id(2)] IntervalView Acknowledge,
    [property: Id(3)] IntervalView Turnout,
    [property: Id(4)] IntervalView Travel,
    [property: Id(5)] IntervalView Feedback);
