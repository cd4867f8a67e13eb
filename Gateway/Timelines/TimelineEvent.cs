using System.Text.Json;
using Tocsin.Routing;

namespace Tocsin.Timelines;

/// <summary>An event of a timeline, for the OpenAPI document: the cluster writes the JSON itself.</summary>
/// <param name="Position">Its position in the journal, which orders all events of the cluster.</param>
/// <param name="OccurredAt">When it happened, as reported.</param>
/// <param name="RecordedAt">When it was recorded; never decreases with the position.</param>
/// <param name="Stream">The thing that it happened to: <c>incident/ID</c>, <c>call/ID</c> or <c>directive/ID</c>.</param>
/// <param name="Kind">The kind of event; kinds are only ever added.</param>
/// <param name="Actor">Who caused it; null where the reader is not told.</param>
/// <param name="Data">
/// The fields that belong to the kind; null where the reader is only told that it happened. Of another's directive that was issued: its
/// kind, and to whom it goes.
/// </param>
internal sealed record TimelineEvent(
    long Position,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string Stream,
    string Kind,
    TrailActor? Actor,
    IReadOnlyDictionary<string, JsonElement>? Data);
