namespace Tocsin.Journal;

/// <summary>One row of a list.</summary>
/// <param name="Row">The board row.</param>
/// <param name="At">The time by which the list is ordered; the smallest time in a list by id.</param>
public sealed record ListedRow(BoardRow Row, DateTimeOffset At);
