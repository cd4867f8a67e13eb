using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Directives;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Incidents;

// The way of an assignment

/// <summary>
/// A unit was assigned 指派; the twin on the unit is <c>Assigned</c>. Form 2 has <see cref="DirectiveId"/>: an older program would take the
/// directive's sending for none.
/// </summary>
/// <param name="UnitId">The unit that was assigned.</param>
/// <param name="DivertedFrom">The incident that it was diverted from; null for a plain assignment.</param>
/// <param name="Station">The station of the unit at that time, or null.</param>
[EventForm(2)]
public sealed record UnitAssigned(
    UnitId UnitId,
    IncidentId? DivertedFrom,
    string? Station) : IncidentEvent, IFormedEvent
{
    /// <summary>
    /// The <c>handle</c> directive on which the station sent it; null, and left out of the event's data, where the centre did.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DirectiveId? DirectiveId { get; init; }

    /// <summary>
    /// The subject (<c>sub</c>) of the token of who assigned it; null, and left out of the event's data, in events of before.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form => DirectiveId is null ? EventFormAttribute.First : (short)2;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}

/// <summary>The unit was taken off to another incident.</summary>
/// <param name="UnitId">The unit that was diverted.</param>
/// <param name="ToIncidentId">The incident that it went to.</param>
/// <param name="Reason">The reason, at most 500 characters, or null.</param>
public sealed record UnitDiverted(
    UnitId UnitId,
    IncidentId ToIncidentId,
    [property: Erasable(ErasureField.Notes)] string? Reason) : IncidentEvent;

// Corrections

/// <summary>A time of an assignment was corrected; the old one stays here.</summary>
/// <param name="UnitId">The unit whose assignment it is.</param>
/// <param name="Stage">The time that was corrected.</param>
/// <param name="From">The time before, UTC, whole milliseconds.</param>
/// <param name="To">The time that holds now, UTC, whole milliseconds; null when the press was taken back.</param>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
[EventForm(2)]
public sealed record StageCorrected(
    UnitId UnitId,
    CorrectableStage Stage,
    DateTimeOffset? From,
    DateTimeOffset? To,
    [property: Erasable(ErasureField.Notes)] string Reason) : IncidentEvent, INotedEvent, IFormedEvent
{
    /// <summary>The number of the assignment; null, and left out, when it is the unit's active one, else its latest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Assignment { get; init; }

    /// <inheritdoc/>
    bool INotedEvent.ReckonsBack => true;

    /// <inheritdoc/>
    short IFormedEvent.Form => Assignment is null ? EventFormAttribute.First : UnitReport.Numbered;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}
