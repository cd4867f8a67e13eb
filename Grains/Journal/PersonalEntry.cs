using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>
/// Personal data of one stream, stored apart from its events: a caller's number, the names of a unit's crew. A new entry replaces the old
/// one. It can be deleted, and all hash chains still verify, because the events carry only a keyed digest.
/// </summary>
/// <param name="Stream">The call or unit.</param>
/// <param name="Value">JSON text: a string for a call, an array of strings for a unit; null removes the entry.</param>
public sealed record PersonalEntry(StreamId Stream, string? Value);
