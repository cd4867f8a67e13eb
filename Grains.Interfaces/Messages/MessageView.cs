using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Messages;

/// <summary>A message as the contract shows it. All times are UTC, whole milliseconds.</summary>
/// <param name="Id">The id, 1 to 40 characters.</param>
/// <param name="Text">The text, 1 to 1,000 characters; null when it was erased.</param>
/// <param name="From">The person who wrote it.</param>
/// <param name="To">The party that it is for.</param>
/// <param name="SentAt">When it was written, as the device saw it.</param>
/// <param name="IncidentId">The incident that it is about, or on which it stands; null for neither.</param>
/// <param name="ReadAt">When the first party that it is for had read it; null while none has.</param>
/// <param name="ReadBy">The parties that have read it, in the order of reading.</param>
/// <param name="RecordedAt">When the centre had it: the order in which messages are shown, whatever a device's clock says.</param>
[GenerateSerializer, Immutable, Alias("tocsin.MessageView")]
public sealed record MessageView(
    [property: Id(0)] MessageId Id,
    [property: Id(1)] string? Text,
    [property: Id(2)] Correspondent From,
    [property: Id(3)] MessageTo To,
    [property: Id(4)] DateTimeOffset SentAt,
    [property: Id(5)] IncidentId? IncidentId,
    [property: Id(6)] DateTimeOffset? ReadAt,
    [property: Id(7)] IReadOnlyList<ReadingView> ReadBy,
    [property: Id(8)] DateTimeOffset RecordedAt)
{
    /// <summary>Whether its text was erased; left out where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Erased => Text is null;
}

/// <summary>The party that a message is for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MessageTo>))]
public enum MessageTo
{
    /// <summary>The unit on whose stream it stands.</summary>
    Unit = 0,

    /// <summary>The centre: whoever dispatches or supervises.</summary>
    Centre = 1,

    /// <summary>All units on the incident on whose stream it stands, its station, and the centre.</summary>
    All = 2,
}

/// <summary>The person who wrote a message, or read one.</summary>
/// <param name="Subject">The token's <c>sub</c>, 1 to 100 characters.</param>
/// <param name="Role">The role that it was allowed to; one of <see cref="Roles"/>.</param>
/// <param name="UnitId">The unit of a unit's token, or null.</param>
/// <param name="Station">The station of a station's token, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Correspondent")]
public sealed record Correspondent(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Role,
    [property: Id(2)] UnitId? UnitId,
    [property: Id(3)] string? Station);

/// <summary>A party's reading of a message.</summary>
/// <param name="Subject">The token's <c>sub</c> of the first reader of the party.</param>
/// <param name="Role">The role of that reader; one of <see cref="Roles"/>.</param>
/// <param name="UnitId">The unit of a unit's token, or null.</param>
/// <param name="Station">The station of a station's token, or null.</param>
/// <param name="At">When it was read, UTC.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReadingView")]
public sealed record ReadingView(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Role,
    [property: Id(2)] UnitId? UnitId,
    [property: Id(3)] string? Station,
    [property: Id(4)] DateTimeOffset At);
