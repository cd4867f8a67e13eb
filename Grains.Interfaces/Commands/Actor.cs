using Tocsin.Identity;

namespace Tocsin.Commands;

/// <summary>
/// The person, device or program that gives a command. Stands in each event, and travels in the command, never in ambient context.
/// </summary>
/// <param name="Subject">The token's <c>sub</c>, 1 to 100 characters; <c>tocsin</c> for the system itself.</param>
/// <param name="Role">The role that the command was allowed to; one of <see cref="Roles"/>, or <c>system</c>.</param>
/// <param name="UnitId">The unit that a unit's token speaks for. The default is null.</param>
/// <param name="Station">The station of a token that has one; not part of the trail. The default is null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Actor")]
public sealed record Actor(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Role,
    [property: Id(2)] UnitId? UnitId = null,
    [property: Id(3)] string? Station = null)
{
    /// <summary>The actor of what the system does by itself: <c>tocsin</c>, role <c>system</c>.</summary>
    public static Actor System { get; } = new("tocsin", "system");
}
