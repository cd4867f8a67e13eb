using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>
/// Personal data of one stream, stored apart from its events: a caller's number, the names of a unit's crew, what tells a party apart. A
/// new entry replaces the old one. It can be deleted, and all hash chains still verify, because the events carry only a keyed digest.
/// </summary>
/// <param name="Stream">The call or unit, or the name of a party's row.</param>
/// <param name="Value">JSON text: a string for a call, an array of strings for a unit, an object for a party; null removes it.</param>
public sealed record PersonalEntry(StreamId Stream, string? Value);
