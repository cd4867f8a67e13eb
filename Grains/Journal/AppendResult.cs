namespace Tocsin.Journal;

/// <summary>The journal's answer to an append.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Epoch">The present epoch.</param>
/// <param name="FirstPosition">The position of its first event; <see cref="JournalPosition.Start"/> when there is none.</param>
/// <param name="LastPosition">The position of its last event.</param>
/// <param name="RecordedAt">The recording time, the same for all its events; default if there are none.</param>
/// <param name="Earlier">The command as it was carried out before, when <see cref="AppendOutcome.Repeated"/>.</param>
public sealed record AppendResult(
    AppendOutcome Outcome,
    Epoch Epoch,
    JournalPosition FirstPosition = default,
    JournalPosition LastPosition = default,
    DateTimeOffset RecordedAt = default,
    CommandRow? Earlier = null)
{
    /// <summary>
    /// The hash of each of its events, in the request's order; null if there are none, or if they are not known because the database's
    /// answer was lost.
    /// </summary>
    public IReadOnlyList<byte[]>? Hashes { get; init; }
}
