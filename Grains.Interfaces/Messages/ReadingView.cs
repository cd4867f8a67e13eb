using Tocsin.Identity;

namespace Tocsin.Messages;

/// <summary>That a party has read a message.</summary>
/// <param name="Subject">The token's <c>sub</c> of who was the first of the party.</param>
/// <param name="Role">The role.</param>
/// <param name="UnitId">The unit, when a unit did.</param>
/// <param name="Station">The station, when a station did.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReadingView")]
public sealed record ReadingView(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Role,
    [property: Id(2)] UnitId? UnitId,
    [property: Id(3)] string? Station,
    [property: Id(4)] DateTimeOffset At);
