using Tocsin.Units;

namespace Tocsin.Reading;

/// <summary>Restricts a list of units, and pages through it; null restricts nothing.</summary>
/// <param name="Status">Only units of this status.</param>
/// <param name="Station">Only units of this station, at most 100 characters.</param>
/// <param name="Limit">The most items of the page, 1 to 200; the gateway's default is 50.</param>
/// <param name="Cursor">The cursor of the page to read; null for the first.</param>
[GenerateSerializer, Immutable, Alias("tocsin.UnitFilter")]
public sealed record UnitFilter(
    [property: Id(0)] UnitStatus? Status,
    [property: Id(1)] string? Station,
    [property: Id(2)] int Limit,
    [property: Id(3)] string? Cursor);
