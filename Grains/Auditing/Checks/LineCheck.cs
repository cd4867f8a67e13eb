using System.Globalization;
using System.Text.Json;
using Tocsin.Journal.Writing;

namespace Tocsin.Auditing.Checks;

/// <summary>The line, which was hashed, agrees with the columns beside it, which were not.</summary>
internal sealed class LineCheck(AuditFindings findings) : IAuditCheck
{
    private static readonly string[] Members = ["stream", "version", "kind", "occurredAt", "recordedAt", "actor", "commandId", "data"];

    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        if (happened.Line is not { ValueKind: JsonValueKind.Object } line)
            return;
        var stored = happened.Stored;
        var names = line.EnumerateObject().Select(m => m.Name);
        var differing = names.SequenceEqual(Members, StringComparer.Ordinal) ? Differing(line, stored) : "the members that an event has";
        if (differing.Length > 0)
            findings.Add(FindingKind.LineDiffers, stored.Stream, stored.Position, $"the line differs in {differing}");
    }

    private static string Differing(JsonElement line, StoredEvent stored) => string.Join(", ", new (string Name, bool Same)[]
    {
        ("stream", Text(line, "stream") == stored.Stream),
        ("version", Text(line, "version") == stored.Version.ToString(CultureInfo.InvariantCulture)),
        ("kind", Text(line, "kind") == stored.Kind),
        ("occurredAt", Text(line, "occurredAt") == EventLine.Time(stored.OccurredAt)),
        ("recordedAt", Text(line, "recordedAt") == EventLine.Time(stored.RecordedAt)),
        ("actor", stored.Actor is null || Subject(line) == stored.Actor),
        ("commandId", Text(line, "commandId") == stored.CommandId.ToString()),
    }.Where(m => !m.Same).Select(m => m.Name));

    private static string? Subject(JsonElement line) =>
        line.GetProperty("actor") is { ValueKind: JsonValueKind.Object } actor && actor.TryGetProperty("subject", out _)
            ? Text(actor, "subject")
            : null;

    private static string? Text(JsonElement of, string name) =>
        of.GetProperty(name) is var member && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : member.GetRawText();
}
