using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>What happened to a run card. The name of the type is the event's kind.</summary>
public abstract record RunCardEvent;

/// <summary>A run card was made, or changed: what it says now.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Categories">The categories that it is for.</param>
/// <param name="Priorities">The priorities that it is for.</param>
/// <param name="Stations">The stations that it is for.</param>
/// <param name="AreaClass">The class of the area.</param>
/// <param name="Area">GeoJSON, or null.</param>
/// <param name="Alarms">What each alarm adds.</param>
/// <param name="Questions">What the call-taker asks.</param>
/// <param name="ForeignSeconds">How much faster a unit of another station must be.</param>
/// <param name="Retired">It is used no more.</param>
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
