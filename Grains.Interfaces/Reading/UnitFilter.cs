using Tocsin.Units;

namespace Tocsin.Reading;

/// <summary>Which units are asked for; absent means any.</summary>
/// <param name="Status">Of this status.</param>
/// <param name="Station">Of this station.</param>
/// <param name="Limit">1 to 200.</param>
/// <param name="Cursor">Goes on behind a page.</param>
[GenerateSerializer, Immutable, Alias("tocsin.UnitFilter")]
public sealed record UnitFilter(
    [property: Id(0)] UnitStatus? Status,
    [property: Id(1)] string? Station,
    [property: Id(2)] int Limit,
    [property: Id(3)] string? Cursor);
