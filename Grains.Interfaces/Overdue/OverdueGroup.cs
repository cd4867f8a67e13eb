namespace Tocsin.Overdue;

/// <summary>How many are late of one station, unit or stage, and how late the worst is: so that a storm is counted and never scrolls off.</summary>
/// <param name="Key">The station, the unit or the stage; null: none.</param>
/// <param name="Count">How many.</param>
/// <param name="Untaken">How many of them nobody took.</param>
/// <param name="WorstSeconds">How late the worst is.</param>
public sealed record OverdueGroup(string? Key, int Count, int Untaken, long WorstSeconds);
