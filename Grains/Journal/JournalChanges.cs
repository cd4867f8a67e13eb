using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>Which streams changed within some positions of the journal.</summary>
/// <param name="Streams">The streams, none twice.</param>
/// <param name="UpTo">The last position that was read; if there was none, the position that was asked for.</param>
public sealed record JournalChanges(IReadOnlyList<StreamId> Streams, JournalPosition UpTo);
