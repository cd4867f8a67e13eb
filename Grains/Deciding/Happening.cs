using Tocsin.Identity;

namespace Tocsin.Deciding;

/// <summary>An event that a command decided on.</summary>
/// <param name="Stream">The stream that it belongs to.</param>
/// <param name="Event">An <c>IncidentEvent</c>, <c>UnitEvent</c>, <c>CallEvent</c> or <c>StationEvent</c>.</param>
/// <param name="OccurredAt">When it happened.</param>
public readonly record struct Happening(StreamId Stream, object Event, DateTimeOffset OccurredAt);
