using System.Text.Json.Nodes;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Reading;

/// <summary>
/// Personal data, which no view carries: a caller's number, the names of a crew. Roles of the centre and stations see all of it; a unit
/// sees what belongs to its own incident, which its feature decides; nobody else sees any.
/// </summary>
internal sealed class PersonalData(IJournal journal)
{
    /// <summary>Whether a reader sees the personal data of everything that it may read.</summary>
    public static bool SeesAll(Actor reader) =>
        reader.Role is Roles.CallTaker or Roles.Dispatcher or Roles.Station or Roles.Supervisor or Roles.Auditor;

    /// <summary>The personal data of some streams, JSON text by stream; a stream without any is left out.</summary>
    public async ValueTask<IReadOnlyDictionary<StreamId, string>> OfAsync(IReadOnlyList<StreamId> streams) =>
        streams.Count == 0 ? new Dictionary<StreamId, string>() : await journal.ReadPersonalAsync(streams);

    /// <summary>A stream's one text; null when there is none.</summary>
    public static string? Text(IReadOnlyDictionary<StreamId, string> values, StreamId stream) =>
        values.TryGetValue(stream, out var json) ? JsonNode.Parse(json)?.GetValue<string>() : null;

    /// <summary>A stream's list of texts; empty when there is none.</summary>
    public static IReadOnlyList<string> Texts(IReadOnlyDictionary<StreamId, string> values, StreamId stream) =>
        values.TryGetValue(stream, out var json) && JsonNode.Parse(json) is JsonArray texts
            ? [.. texts.Select(n => n!.GetValue<string>())]
            : [];
}
