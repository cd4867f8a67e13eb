using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>What happened to a run card. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record RunCardEvent;

/// <summary>A run card was made or changed; the event has its whole present content, as in <see cref="RunCardPlan"/>.</summary>
/// <param name="Name">The name that people use, 1 to 100 characters.</param>
/// <param name="Categories">The categories that it is for; empty means every one.</param>
/// <param name="Priorities">The priorities that it is for, 1 to 4; empty means every one.</param>
/// <param name="Stations">The stations that it is for; empty means every one.</param>
/// <param name="AreaClass">The class of the area that it is for; null means every one.</param>
/// <param name="Area">A GeoJSON Polygon or MultiPolygon that holds the place; null means every place.</param>
/// <param name="Alarms">What the first alarm sends, what the second adds, and so on.</param>
/// <param name="Questions">The questions of the call-taker, in order.</param>
/// <param name="ForeignSeconds">The seconds by which a unit of another station must be faster, 0 to 3,600.</param>
/// <param name="Retired">Whether the card is no longer used.</param>
public sealed record RunCardSet(
    string Name,
    IReadOnlyList<string> Categories,
    IReadOnlyList<int> Priorities,
    IReadOnlyList<string> Stations,
    AreaClass? AreaClass,
    System.Text.Json.JsonElement? Area,
    IReadOnlyList<RunCardAlarm> Alarms,
    IReadOnlyList<RunCardQuestion> Questions,
    int ForeignSeconds,
    bool Retired) : RunCardEvent;
