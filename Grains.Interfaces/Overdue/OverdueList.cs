namespace Tocsin.Overdue;

/// <summary>What is late now, worst first, and counted.</summary>
/// <param name="At">When the list was made.</param>
/// <param name="Total">How many are late in all, whatever page this is.</param>
/// <param name="Complete">False when there were more than can be counted at once; then <paramref name="Total"/> and the groups say at least how many.</param>
/// <param name="ByStation">By station, worst first.</param>
/// <param name="ByUnit">By unit, worst first; only what is late of a unit.</param>
/// <param name="ByStage">By stage, worst first.</param>
/// <param name="Items">This page.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
public sealed record OverdueList(
    DateTimeOffset At,
    int Total,
    bool Complete,
    IReadOnlyList<OverdueGroup> ByStation,
    IReadOnlyList<OverdueGroup> ByUnit,
    IReadOnlyList<OverdueGroup> ByStage,
    IReadOnlyList<OverdueItem> Items,
    string? Next);
