using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Messages;

/// <summary>A message as the contract shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Text">1 to 1,000 characters.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="SentAt">When it was written, as the device saw it.</param>
/// <param name="IncidentId">The incident that it is about, or on which it stands.</param>
/// <param name="ReadAt">When the first of those whom it is for had read it; null: nobody has.</param>
/// <param name="ReadBy">Each party that has read it, in the order of reading.</param>
/// <param name="RecordedAt">When the centre had it: the order in which messages are shown, whatever a device's clock says.</param>
[GenerateSerializer, Immutable, Alias("tocsin.MessageView")]
public sealed record MessageView(
    [property: Id(0)] MessageId Id,
    [property: Id(1)] string Text,
    [property: Id(2)] Correspondent From,
    [property: Id(3)] MessageTo To,
    [property: Id(4)] DateTimeOffset SentAt,
    [property: Id(5)] IncidentId? IncidentId,
    [property: Id(6)] DateTimeOffset? ReadAt,
    [property: Id(7)] IReadOnlyList<ReadingView> ReadBy,
    [property: Id(8)] DateTimeOffset RecordedAt);

/// <summary>Whom a message is for.</summary>
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

/// <summary>Who wrote a message, or read one.</summary>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="Role">The role that it was allowed to; see <see cref="Roles"/>.</param>
/// <param name="UnitId">The unit, when a unit did.</param>
/// <param name="Station">The station, when a station did.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Correspondent")]
public sealed record Correspondent(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Role,
    [property: Id(2)] UnitId? UnitId,
    [property: Id(3)] string? Station);

/// <summary>That a party has read a message.</summary>
/// <param name="Subject">The token's <c>sub</c> of who was the first of the party.</param>
/// <param name="Role">The role.</param>
/// <param name="UnitId">The unit, when a unit did.</param>
/// <param name="Station">The station, when a station did.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReadingView")]
public sealed record ReadingView(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Role,
    [property: Id(2)] UnitId? UnitId,
    [property: Id(3)] string? Station,
    [property: Id(4)] DateTimeOffset At);
