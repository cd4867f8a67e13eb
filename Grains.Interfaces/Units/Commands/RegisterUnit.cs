using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>Registers a unit (off duty), or changes one, never its status.</summary>
/// <param name="CallSign">1 to 100 characters.</param>
/// <param name="Kind">1 to 100 characters.</param>
/// <param name="Station">An id; need not be registered.</param>
/// <param name="Capabilities">At most 50 of 1 to 100 characters.</param>
/// <param name="Home">Where it stands.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RegisterUnit")]
public sealed record RegisterUnit(
    [property: Id(0)] string CallSign,
    [property: Id(1)] string Kind,
    [property: Id(2)] string? Station,
    [property: Id(3)] IReadOnlyList<string> Capabilities,
    [property: Id(4)] GeoPoint? Home) : UnitCommand;
