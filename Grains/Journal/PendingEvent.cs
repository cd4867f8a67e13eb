using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>
/// An event that is not written yet. The append gives it its version, position, hash and recording time.
/// </summary>
/// <param name="Stream">The stream that it belongs to; one of the request's heads.</param>
/// <param name="Kind">What happened: the kind of the event, e.g. <c>UnitAssigned</c>.</param>
/// <param name="OccurredAt">When it happened; whole milliseconds, UTC.</param>
/// <param name="Data">The event's data: the text of one JSON object, stored and hashed as it is.</param>
public readonly record struct PendingEvent(StreamId Stream, string Kind, DateTimeOffset OccurredAt, string Data)
{
    /// <summary>The data before members of it were enciphered; null: none were.</summary>
    public string? Plain { get; init; }
}
