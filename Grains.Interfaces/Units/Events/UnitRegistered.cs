using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>It was registered.</summary>
/// <param name="CallSign">The call sign.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Station">Its station.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Home">Where it stands.</param>
public sealed record UnitRegistered(
    string CallSign,
    string Kind,
    string? Station,
    IReadOnlyList<string> Capabilities,
    GeoPoint? Home) : UnitEvent;
