using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>A run card as the contract shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Categories">The categories that it is for; none: every one.</param>
/// <param name="Priorities">The priorities that it is for; none: every one.</param>
/// <param name="Stations">The stations that it is for; none: every one.</param>
/// <param name="AreaClass">The class of the area; null: every one.</param>
/// <param name="Area">GeoJSON Polygon or MultiPolygon that holds the place; null: every place.</param>
/// <param name="Alarms">What the first alarm sends, what the second adds, and so on.</param>
/// <param name="Questions">What the call-taker asks, in order.</param>
/// <param name="ForeignSeconds">How much faster a unit of another station must be than one of the incident's own.</param>
/// <param name="Retired">It is used no more.</param>
/// <param name="Preset">It comes with the product, and nobody changed it.</param>
/// <param name="Version">How many events it has; 0 for a preset.</param>
public sealed record RunCardView(
    RunCardId Id,
    string Name,
    IReadOnlyList<string> Categories,
    IReadOnlyList<int> Priorities,
    IReadOnlyList<string> Stations,
    AreaClass? AreaClass,
    System.Text.Json.JsonElement? Area,
    IReadOnlyList<RunCardAlarm> Alarms,
    IReadOnlyList<RunCardQuestion> Questions,
    int ForeignSeconds,
    bool Retired,
    bool Preset,
    int Version);
