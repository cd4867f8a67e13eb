using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>One of the calls that were joined to an incident.</summary>
/// <param name="Id">The call.</param>
/// <param name="CallerNumber">Filled in at the edge, for roles that may see it.</param>
/// <param name="AnsweredAt">When it was answered.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CallerView")]
public sealed record CallerView(
    [property: Id(0)] CallId Id,
    [property: Id(1)] string? CallerNumber,
    [property: Id(2)] DateTimeOffset? AnsweredAt);
