using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>Which incidents a list shows; newest received first, then by id. Absent means any.</summary>
/// <param name="Open">Open ones, closed ones.</param>
/// <param name="Text">A substring of <see cref="IncidentRow.Search"/>; case does not count.</param>
/// <param name="From">Received at or after.</param>
/// <param name="To">Received before.</param>
/// <param name="Station">Of this station, or with one of its units on it now (the station's own view).</param>
/// <param name="Unit">Which this unit is on, or was until <paramref name="UnitSince"/> or later (the unit's own view).</param>
/// <param name="UnitSince">See <paramref name="Unit"/>.</param>
/// <param name="After">The last one of the page before: goes on behind it.</param>
/// <param name="Limit">1 to 201.</param>
public sealed record IncidentQuery(
    bool? Open,
    string? Text,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Station,
    UnitId? Unit,
    DateTimeOffset? UnitSince,
    (DateTimeOffset ReceivedAt, string Id)? After,
    int Limit);
