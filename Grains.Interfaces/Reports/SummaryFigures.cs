namespace Tocsin.Reports;

/// <summary>The figures of a summary, of all or of one group.</summary>
/// <param name="Days">The days of <c>Tocsin:TimeZone</c> that lie, whole or in part, in the interval; of a month or day its own.</param>
/// <param name="Calls">The calls.</param>
/// <param name="Incidents">The incidents.</param>
/// <param name="HelpCompleted">Requests for help 群众求助 that are closed: incidents of the class <c>help</c>.</param>
/// <param name="DisputesOpen">Disputes 矛盾纠纷 still followed: open incidents of the class <c>dispute</c>.</param>
/// <param name="DisputesResolved">Disputes followed to their resolution: closed ones.</param>
/// <param name="Results">The <c>results</c> of the feedback that stands, summed word by word; the 100 largest, in order of word.</param>
/// <param name="MoreResults">How many words were left out of <paramref name="Results"/>.</param>
/// <param name="Clocks">Sign-for, turnout to arrival, feedback.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryFigures")]
public sealed record SummaryFigures(
    [property: Id(0)] int Days,
    [property: Id(1)] SummaryCalls Calls,
    [property: Id(2)] SummaryIncidents Incidents,
    [property: Id(3)] int HelpCompleted,
    [property: Id(4)] int DisputesOpen,
    [property: Id(5)] int DisputesResolved,
    [property: Id(6)] IReadOnlyDictionary<string, double> Results,
    [property: Id(7)] int MoreResults,
    [property: Id(8)] SummaryClocks Clocks);
