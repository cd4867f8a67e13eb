namespace Tocsin.Journal.Sqlite;

/// <summary>A write-ahead log that is damaged in its midst.</summary>
/// <param name="Frame">The number of the first frame that does not fit, from 1.</param>
/// <param name="Commits">How many commits stand in it from there on: SQLite passes over them without a word.</param>
/// <param name="Kept">Where a copy of the log was kept; null: it was only looked at.</param>
public sealed record LogDamage(int Frame, int Commits, string? Kept = null);
