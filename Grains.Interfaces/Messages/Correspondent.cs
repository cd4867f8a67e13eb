using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Messages;

/// <summary>Who wrote a message, or read one.</summary>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="Role">The role that it was allowed to; see <see cref="Roles"/>.</param>
/// <param name="UnitId">The unit, when a unit did.</param>
/// <param name="Station">The station, when a station did.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Correspondent")]
public sealed record Correspondent(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Role,
    [property: Id(2)] UnitId? UnitId,
    [property: Id(3)] string? Station);
