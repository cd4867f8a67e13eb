using System.Text.Json.Serialization;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>
/// The content of a run card (response plan): for which incidents, what is sent, what is asked. A condition that is absent holds for every
/// incident.
/// </summary>
/// <param name="Name">The name that people use, 1 to 100 characters, not blank.</param>
/// <param name="Categories">
/// The categories that it is for, at most <see cref="MaxCategories"/> of 1 to 100 characters; empty, the default, means every one. Upper
/// and lower case are the same.
/// </param>
/// <param name="Priorities">The priorities that it is for, 1 to 4, each once; empty, the default, means every one.</param>
/// <param name="Stations">The stations that it is for, at most <see cref="MaxStations"/>; empty, the default, means every one.</param>
/// <param name="AreaClass">The class of the area that it is for; null, the default, means every one.</param>
/// <param name="Area">
/// GeoJSON text of a Polygon or MultiPolygon that holds the place, WGS 84, at most 10,000 points; null, the default, means every place.
/// </param>
/// <param name="Alarms">
/// What the first alarm sends, what the second adds, and so on; 1 to <see cref="MaxAlarms"/>, at most <see cref="MaxUnits"/> units
/// together.
/// </param>
/// <param name="Questions">The questions of the call-taker, in order; at most <see cref="MaxQuestions"/>. The default is none.</param>
/// <param name="ForeignSeconds">
/// How many seconds faster a unit of another station must be than one of the incident's own, 0 to <see cref="MaxForeignSeconds"/>: the
/// price of stripping a neighbour. The default is 0.
/// </param>
/// <param name="Retired">Whether the card is no longer used. The default is false.</param>
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

    /// <summary>The highest price of a unit of another station: an hour, in seconds.</summary>
    public const int MaxForeignSeconds = 3600;
}

// Its parts

/// <summary>One alarm of a run card: what it adds to those before it.</summary>
/// <param name="Needs">The needs, the most important first; at most <see cref="MaxNeeds"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardAlarm")]
public sealed record RunCardAlarm([property: Id(0)] IReadOnlyList<RunCardNeed> Needs)
{
    /// <summary>The most needs of an alarm.</summary>
    public const int MaxNeeds = 20;
}

/// <summary>A need of one alarm of a run card: so many units of a sort.</summary>
/// <param name="Name">
/// The name that people use, 1 to 100 characters; the needs of all alarms of a card with one name are one need, of the same sort.
/// </param>
/// <param name="Kinds">
/// The kinds of unit of which any will do, at most <see cref="MaxWords"/>; empty, the default, means every kind.
/// </param>
/// <param name="Capabilities">The capabilities of which a unit must have each, at most <see cref="MaxWords"/>. The default is none.</param>
/// <param name="Count">The number of units, 1 to <see cref="MaxCount"/>.</param>
/// <param name="Scope">The stations whose units may fill it. The default is <see cref="NeedScope.Any"/>.</param>
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

/// <summary>The stations whose units may fill a need.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<NeedScope>))]
public enum NeedScope
{
    /// <summary>Units of any station: the default.</summary>
    Any = 0,

    /// <summary>Units of the station that the incident belongs to; all others are passed over.</summary>
    OwnStation = 1,
}

/// <summary>A question that the call-taker puts to the caller.</summary>
/// <param name="Text">The question, 1 to <see cref="MaxLength"/> characters, not blank.</param>
/// <param name="Answers">
/// The usual answers to pick from, at most <see cref="MaxAnswers"/> of 1 to 100 characters; empty, the default, means free words.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardQuestion")]
public sealed record RunCardQuestion([property: Id(0)] string Text, [property: Id(1)] IReadOnlyList<string> Answers)
{
    /// <summary>The most answers of a question.</summary>
    public const int MaxAnswers = 10;

    /// <summary>The longest question, in characters.</summary>
    public const int MaxLength = 200;
}
