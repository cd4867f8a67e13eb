namespace Tocsin.Journal;

/// <summary>Which units a list shows, by id. Absent means any.</summary>
/// <param name="Status">Of this status (<see cref="BoardEntry.Status"/>).</param>
/// <param name="Station">Of this station.</param>
/// <param name="After">The id of the last one of the page before.</param>
/// <param name="Limit">1 to 100,000.</param>
public sealed record UnitQuery(short? Status, string? Station, string? After, int Limit);
