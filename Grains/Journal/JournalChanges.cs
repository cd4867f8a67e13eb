using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>Which streams changed within some positions of the journal.</summary>
/// <param name="Streams">The streams, none twice.</param>
/// <param name="UpTo">The last position that was looked at; where nothing was left, the one that was asked from.</param>
public sealed record JournalChanges(IReadOnlyList<StreamId> Streams, JournalPosition UpTo);
