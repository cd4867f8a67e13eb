using Tocsin.Identity;

namespace Tocsin.Deciding;

/// <summary>An event that a command decided on.</summary>
/// <param name="Stream">The stream that it belongs to.</param>
/// <param name="Event">One of the kinds of events of that stream.</param>
/// <param name="OccurredAt">When it happened.</param>
public readonly record struct DecidedEvent(StreamId Stream, object Event, DateTimeOffset OccurredAt);
