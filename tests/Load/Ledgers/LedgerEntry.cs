namespace Tocsin.Tests.Load.Ledgers;

/// <summary>
/// One command and what it must have left behind. Its <paramref name="OccurredAt"/> is its own among the commands
/// of its streams, so its events can be told from all others without knowing how ids are made of keys.
/// </summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Path">Where it was sent.</param>
/// <param name="OccurredAt">When it says that it happened, to the millisecond.</param>
/// <param name="Acknowledged">Whether it was answered as done: then it is there exactly once, else at most once.</param>
/// <param name="Version">The version that its answer showed of the first claim's stream; 0 where none.</param>
/// <param name="Claims">Its events.</param>
public sealed record LedgerEntry(
    string Key, string Path, DateTimeOffset OccurredAt, bool Acknowledged, int Version, IReadOnlyList<Claim> Claims);
