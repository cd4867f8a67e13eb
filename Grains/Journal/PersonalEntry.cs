using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>
/// Personal data of one stream, kept out of its events: a call's number, the names of a unit's crew. The newest replaces the older.
/// Deleting it erases the person, and every chain still verifies, because the event carries only a keyed digest.
/// </summary>
/// <param name="Stream">The call or unit.</param>
/// <param name="Value">JSON text: a string for a call, an array of strings for a unit; null removes the entry.</param>
public sealed record PersonalEntry(StreamId Stream, string? Value);
