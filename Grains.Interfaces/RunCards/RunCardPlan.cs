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
