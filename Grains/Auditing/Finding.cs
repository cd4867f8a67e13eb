using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Stream">The stream, as the journal names it; null where none is meant.</param>
/// <param name="Position">Where in the total order; null where no event is meant.</param>
/// <param name="Words">For people; nothing of what events and views say, since that may be personal.</param>
public sealed record Finding(FindingKind Kind, string? Stream, JournalPosition? Position, string Words);
