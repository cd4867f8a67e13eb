using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Stream">The stream, as the journal names it; null if the finding concerns no single stream.</param>
/// <param name="Position">The position of the event; null if the finding concerns no single event.</param>
/// <param name="Words">The explanation for people; it quotes no event and no view, since those may be personal.</param>
public sealed record Finding(FindingKind Kind, string? Stream, JournalPosition? Position, string Words);
