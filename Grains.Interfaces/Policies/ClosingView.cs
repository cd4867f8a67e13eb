namespace Tocsin.Policies;

/// <summary>How incidents of the centre may end, and what may come of them.</summary>
/// <param name="Outcomes">The dispositions that may be given, in the order in which they were set; none: every one may be.</param>
/// <param name="Results">The words of results, in the order in which they were set; none: every one may be given.</param>
/// <param name="Version">The number of times that this was set; 0 before the first.</param>
public sealed record ClosingView(IReadOnlyList<ClosingOutcome> Outcomes, IReadOnlyList<string> Results, int Version);
