using Tocsin.Journal;

namespace Tocsin.PastBoards;

/// <summary>What stood on the board at a position: from here a past board is made, and not from the journal's beginning.</summary>
/// <param name="Epoch">The history.</param>
/// <param name="Position">As of it.</param>
/// <param name="At">When it was made.</param>
/// <param name="Items">Each item's stream and version, <c>incident/ID version</c>, a line each.</param>
public sealed record BoardMark(Epoch Epoch, JournalPosition Position, DateTimeOffset At, string Items);
