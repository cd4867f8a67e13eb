using System.Text.Json.Serialization;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>What a run card (response plan) says: for what it is, what is sent, what is asked. Absent conditions hold for every incident.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Categories">The categories that it is for; none: every one. Upper and lower case are the same. At most <see cref="MaxCategories"/>.</param>
/// <param name="Priorities">1 to 4; none: every one.</param>
/// <param name="Stations">The stations that it is for; none: every one. At most <see cref="MaxStations"/>.</param>
/// <param name="AreaClass">The class of the area; null: every one.</param>
/// <param name="Area">GeoJSON text of a Polygon or MultiPolygon that holds the place; null: every place.</param>
/// <param name="Alarms">What the first alarm sends, what the second adds, and so on; 1 to <see cref="MaxAlarms"/>.</param>
/// <param name="Questions">What the call-taker asks, in order; at most <see cref="MaxQuestions"/>.</param>
/// <param name="ForeignSeconds">
/// How much faster a unit of another station must be than one of the incident's own, 0 to <see cref="MaxForeignSeconds"/>: how dear it is to strip a neighbour.
/// </param>
/// <param name="Retired">It is used no more.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardPlan")]
public sealed record RunCardPlan(
    [property: Id(0)] string Name,
    [property: Id(1)] IReadOnlyList<string> Categories,
    [property: Id(2)] IReadOnlyList<int> Priorities,
    [property: Id(3)] IReadOnlyList<string> Stations,
    [property: Id(4)] AreaClass? AreaClass,
    [property: Id(5)] string? Area,
    [property: Id(6)] IReadOnlyList<RunCardAlarm> Alarms,
    [property: Id(7)] IReadOnlyList<RunCardQuestion> Questions,
    [property: Id(8)] int ForeignSeconds,
    [property: Id(9)] bool Retired)
{
    /// <summary>The most categories of a card.</summary>
    public const int MaxCategories = 100;

    /// <summary>The most stations of a card.</summary>
    public const int MaxStations = 100;

    /// <summary>The most alarms of a card.</summary>
    public const int MaxAlarms = 10;

    /// <summary>The most questions of a card.</summary>
    public const int MaxQuestions = 20;

    /// <summary>The most units that all alarms of a card ask for together: as many as one assignment may name.</summary>
    public const int MaxUnits = 50;

    /// <summary>The dearest that a unit of another station can be: an hour.</summary>
    public const int MaxForeignSeconds = 3600;
}

// Its parts

/// <summary>One alarm of a run card: what it adds to those before it.</summary>
/// <param name="Needs">What it asks for, the most important first; at most <see cref="MaxNeeds"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardAlarm")]
public sealed record RunCardAlarm([property: Id(0)] IReadOnlyList<RunCardNeed> Needs)
{
    /// <summary>The most needs of an alarm.</summary>
    public const int MaxNeeds = 20;
}

/// <summary>What one alarm of a run card asks for: so many units of a sort.</summary>
/// <param name="Name">What people call it, 1 to 100 characters; the needs of all alarms of a card with one name are one need.</param>
/// <param name="Kinds">A unit of any of these kinds will do; none: of every kind. At most <see cref="MaxWords"/>.</param>
/// <param name="Capabilities">Each of them must be there. At most <see cref="MaxWords"/>.</param>
/// <param name="Count">How many, 1 to <see cref="MaxCount"/>.</param>
/// <param name="Scope">Whose units.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardNeed")]
public sealed record RunCardNeed(
    [property: Id(0)] string Name,
    [property: Id(1)] IReadOnlyList<string> Kinds,
    [property: Id(2)] IReadOnlyList<string> Capabilities,
    [property: Id(3)] int Count,
    [property: Id(4)] NeedScope Scope)
{
    /// <summary>The most kinds or capabilities of a need.</summary>
    public const int MaxWords = 20;

    /// <summary>The most units that one need asks for: as many as one assignment may name.</summary>
    public const int MaxCount = 50;
}

/// <summary>Whose units may fill a need.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<NeedScope>))]
public enum NeedScope
{
    /// <summary>Anybody's: the default.</summary>
    Any = 0,

    /// <summary>Those of the station that the incident belongs to; all others are passed over by policy.</summary>
    OwnStation = 1,
}

/// <summary>A question that the call-taker puts to the caller.</summary>
/// <param name="Text">1 to 200 characters.</param>
/// <param name="Answers">The usual answers, to be picked; at most <see cref="MaxAnswers"/>, each 1 to 100 characters. None: free words.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardQuestion")]
public sealed record RunCardQuestion([property: Id(0)] string Text, [property: Id(1)] IReadOnlyList<string> Answers)
{
    /// <summary>The most answers of a question.</summary>
    public const int MaxAnswers = 10;

    /// <summary>The longest question, in characters.</summary>
    public const int MaxLength = 200;
}
