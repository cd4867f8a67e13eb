using Tocsin.Identity;

namespace Tocsin.Live;

/// <summary>A unit that a thing on the board concerns.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Station">Its station.</param>
/// <param name="Until">When it was over for it; null while it is not.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ScopeUnit")]
public readonly record struct ScopeUnit(
    [property: Id(0)] UnitId Id,
    [property: Id(1)] string? Station,
    [property: Id(2)] DateTimeOffset? Until);
