using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>A run card as the contract shows it; the ranges are those of <see cref="RunCardPlan"/>.</summary>
/// <param name="Id">The id, 1 to 40 characters.</param>
/// <param name="Name">The name that people use, 1 to 100 characters.</param>
/// <param name="Categories">The categories that it is for; empty means every one.</param>
/// <param name="Priorities">The priorities that it is for, 1 to 4; empty means every one.</param>
/// <param name="Stations">The stations that it is for; empty means every one.</param>
/// <param name="AreaClass">The class of the area that it is for; null means every one.</param>
/// <param name="Area">A GeoJSON Polygon or MultiPolygon that holds the place; null means every place.</param>
/// <param name="Alarms">What the first alarm sends, what the second adds, and so on.</param>
/// <param name="Questions">The questions of the call-taker, in order.</param>
/// <param name="ForeignSeconds">
/// How many seconds faster a unit of another station must be than one of the incident's own, 0 to 3,600.
/// </param>
/// <param name="Retired">Whether the card is no longer used.</param>
/// <param name="Preset">Whether it comes with the product and nobody changed it.</param>
/// <param name="Version">The number of events of the card; 0 for a preset that nobody changed.</param>
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
