using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>
/// A call sign that several units have, none of them retired: from before call signs were unique, or from a silo of an earlier version.
/// </summary>
/// <param name="CallSign">The call sign as the first unit writes it.</param>
/// <param name="UnitIds">The units, 2 or more, by id.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SharedCallSign")]
public sealed record SharedCallSign([property: Id(0)] string CallSign, [property: Id(1)] IReadOnlyList<UnitId> UnitIds);
