using System.Text.Json;

namespace Tocsin.Tests.Load.Auditing;

/// <summary>One event of a trail, with the line that was hashed.</summary>
/// <param name="Position">Its place in the journal.</param>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="CommandId">The command that did it.</param>
/// <param name="Data">What the kind says of it.</param>
/// <param name="Hash">The chain's hash after it, lower-case hex.</param>
/// <param name="Line">The line exactly as it was hashed.</param>
public sealed record TrailEvent(
    long Position, int Version, string Kind, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string CommandId, JsonElement Data,
    string Hash, string Line)
{
    /// <summary>A text of <see cref="Data"/>, null where there is none.</summary>
    public string? Text(string name) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
