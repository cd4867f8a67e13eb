using System.Text.Json;

namespace Tocsin.Routing;

/// <summary>An event of a trail, for the OpenAPI document: the cluster writes the JSON itself.</summary>
/// <param name="Position">Its position in the journal, which orders all events of the cluster.</param>
/// <param name="Stream">
/// The thing that it happened to: <c>incident/ID</c>, <c>unit/ID</c>, <c>call/ID</c>, <c>policy/NAME</c>, <c>setting/NAME</c> or
/// <c>runCard/ID</c>.
/// </param>
/// <param name="Version">Its number within the stream, from 1.</param>
/// <param name="Kind">The kind of event; kinds are only ever added.</param>
/// <param name="OccurredAt">When it happened, as reported.</param>
/// <param name="RecordedAt">When it was recorded; never decreases with the position.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="CommandId">The command's id: the same for all events of one command.</param>
/// <param name="Data">The fields that belong to the kind.</param>
/// <param name="Hash">Lower-case hex of SHA-256 over the stream's previous hash and the event's line.</param>
internal sealed record TrailEvent(
    long Position,
    string Stream,
    int Version,
    string Kind,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    TrailActor Actor,
    string CommandId,
    IReadOnlyDictionary<string, JsonElement> Data,
    string Hash);
