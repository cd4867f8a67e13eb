namespace Tocsin.Routing;

/// <summary>Who caused an event; the system itself is <c>tocsin</c> with the role <c>system</c>.</summary>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="Role">The role to which the command was allowed.</param>
/// <param name="UnitId">The unit of a unit's token; else null.</param>
internal sealed record TrailActor(string Subject, string Role, string? UnitId);
