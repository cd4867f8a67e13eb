using Tocsin.Identity;

namespace Tocsin.Directives;

/// <summary>To whom a directive goes: exactly one of the three is given.</summary>
/// <param name="Station">The id of a station, or null.</param>
/// <param name="Unit">The id of a unit, or null.</param>
/// <param name="Subject">The subject (<c>sub</c>) of one of the centre's own people, 1 to 100 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveTo")]
public sealed record DirectiveTo(
    [property: Id(0)] StationId? Station,
    [property: Id(1)] UnitId? Unit,
    [property: Id(2)] string? Subject);
