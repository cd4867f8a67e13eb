using Tocsin.Identity;

namespace Tocsin.Overdue;

/// <summary>Restricts the list of what is late, and pages through it.</summary>
/// <param name="Station">Only what is late of this station, 1 to 100 characters; null means all stations.</param>
/// <param name="Unit">Only what is late of this unit; null means all units.</param>
/// <param name="Cursor">The cursor of the page to read; null begins with the worst.</param>
/// <param name="Limit">The most items of the page, 1 to 200; the gateway's default is 50.</param>
[GenerateSerializer, Immutable, Alias("tocsin.OverdueFilter")]
public sealed record OverdueFilter(
    [property: Id(0)] string? Station,
    [property: Id(1)] UnitId? Unit,
    [property: Id(2)] string? Cursor,
    [property: Id(3)] int Limit);
