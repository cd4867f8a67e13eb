namespace Tocsin.Journal;

/// <summary>The journal's answer to an append.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Epoch">The history as it is now.</param>
/// <param name="FirstPosition">The position of its first event; <see cref="JournalPosition.Start"/> when there is none.</param>
/// <param name="LastPosition">The position of its last event.</param>
/// <param name="RecordedAt">The one time of recording of all its events; default when there is none.</param>
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
    /// The hash of each of its events, in the request's order; null when there is none, or the store cannot tell (the answer was lost, and
    /// found out later).
    /// </summary>
    public IReadOnlyList<byte[]>? Hashes { get; init; }
}
