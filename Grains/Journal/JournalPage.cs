namespace Tocsin.Journal;

/// <summary>Events with the board rows that they led to, read from one state of the database.</summary>
/// <param name="Events">The events, whole appends, in order.</param>
/// <param name="Rows">The board rows of their streams.</param>
/// <param name="IsEnd">Whether it was the last page: then the rows are as of its last event; else they may be newer.</param>
public sealed record JournalPage(IReadOnlyList<JournalEvent> Events, IReadOnlyList<BoardRow> Rows, bool IsEnd);
