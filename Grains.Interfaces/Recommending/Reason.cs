using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Recommending;

/// <summary>A reason: its code for programs, its text for people who read English. The code says which other fields are set.</summary>
/// <param name="Code">The stable code of the reason.</param>
/// <param name="Text">The reason in English.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Reason")]
public sealed record Reason([property: Id(0)] ReasonCode Code, [property: Id(1)] string Text)
{
    /// <summary>A distance in metres, or null.</summary>
    [Id(2)]
    public int? Meters { get; init; }

    /// <summary>A time in seconds, or null.</summary>
    [Id(3)]
    public int? Seconds { get; init; }

    /// <summary>A number of units, or null.</summary>
    [Id(4)]
    public int? Count { get; init; }

    /// <summary>A station, a kind or a capability, or null.</summary>
    [Id(5)]
    public string? Name { get; init; }

    /// <summary>The incident that has the unit, or null.</summary>
    [Id(6)]
    public IncidentId? IncidentId { get; init; }

    /// <summary>The number of that incident, <c>YYMMDD-NNNN</c>, or null.</summary>
    [Id(7)]
    public string? Number { get; init; }

    /// <summary>The priority of that incident, 1 (most urgent) to 4, or null.</summary>
    [Id(8)]
    public int? Priority { get; init; }
}

/// <summary>Why a unit is offered, passed over, or missing. The words are the contract's: a console translates them.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ReasonCode>))]
public enum ReasonCode
{
    /// <summary>Free, and so far away by its newest position: <c>meters</c>, <c>seconds</c> (the position's age).</summary>
    Position = 0,

    /// <summary>Free, and so far away from its home; no position is known: <c>meters</c>.</summary>
    Home = 1,

    /// <summary>
    /// Its position is too old to be trusted: <c>seconds</c> (its age). It is reckoned from the farther of that place and its home.
    /// </summary>
    StalePosition = 2,

    /// <summary>Of the station that the incident belongs to: <c>name</c>.</summary>
    OwnStation = 3,

    /// <summary>Of another station: <c>name</c>; <c>seconds</c> is what that counted against it.</summary>
    OtherStation = 4,

    /// <summary>It has what is asked for: <c>name</c>.</summary>
    Capability = 5,

    /// <summary>It is on this incident already.</summary>
    Present = 6,

    /// <summary>On another incident: <c>incidentId</c>, <c>number</c>, <c>priority</c>.</summary>
    Busy = 7,

    /// <summary>Its incident is less urgent and it is not there yet: it could be diverted.</summary>
    Divertible = 8,

    /// <summary>It has given feedback where it is: it may be free soon.</summary>
    Ending = 9,

    /// <summary>On duty, but not to be sent.</summary>
    OutOfService = 10,

    /// <summary>Not of a kind that is asked for: <c>name</c> is its kind.</summary>
    OtherKind = 11,

    /// <summary>Lacks a capability that is asked for: <c>name</c>.</summary>
    LacksCapability = 12,

    /// <summary>The run card asks for units of the incident's own station: <c>name</c> is its own.</summary>
    NotOwnStation = 13,

    /// <summary>Neither position nor home is known: it cannot be placed.</summary>
    Unplaced = 14,

    /// <summary>It fits, and others were enough: those chosen bring all units together sooner, or are of the own station.</summary>
    NotNeeded = 15,

    /// <summary>No unit on duty is of that sort.</summary>
    NoneOnDuty = 16,

    /// <summary>Units of that sort fill another need: <c>count</c>.</summary>
    UsedElsewhere = 17,

    /// <summary>It called for help itself: <c>incidentId</c>.</summary>
    Distress = 18,

    /// <summary>
    /// The incident has a station and no coordinates: the unit is offered by its station, and nobody knows how far it is. Of what is
    /// missing: so many free units of other stations are not offered, <c>count</c>.
    /// </summary>
    PlaceUnknown = 19,
}
