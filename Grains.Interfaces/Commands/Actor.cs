using Tocsin.Identity;

namespace Tocsin.Commands;

/// <summary>Who does something. Stands in each event, and travels in the command, never in ambient context.</summary>
/// <param name="Subject">The token's <c>sub</c>; <c>tocsin</c> for the system itself.</param>
/// <param name="Role">The role that the command was allowed to; see <c>Roles</c>.</param>
/// <param name="UnitId">The unit that a unit's token speaks for.</param>
/// <param name="Station">The station of a token that has one; not part of the trail.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Actor")]
public sealed record Actor(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Role,
    [property: Id(2)] UnitId? UnitId = null,
    [property: Id(3)] string? Station = null)
{
    /// <summary>The system's own actor.</summary>
    public static Actor System { get; } = new("tocsin", "system");
}
