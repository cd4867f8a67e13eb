using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>A stream that has something to fire.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="DueAt">When.</param>
public readonly record struct DueStream(StreamId Stream, DateTimeOffset DueAt);
