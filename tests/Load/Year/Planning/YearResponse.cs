namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>A unit's time on an incident.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="AssignedAt">When it was sent.</param>
/// <param name="AcknowledgedAt">When it signed for it: before it was sent where its clock is wrong.</param>
/// <param name="EnRouteAt">When it was on its way; null: it never was.</param>
/// <param name="OnSceneAt">When it was there; null: it never was.</param>
/// <param name="FreeAt">When it was free again.</param>
/// <param name="End">How it came to be so.</param>
public sealed record YearResponse(
    string Unit, DateTimeOffset AssignedAt, DateTimeOffset AcknowledgedAt, DateTimeOffset? EnRouteAt, DateTimeOffset? OnSceneAt,
    DateTimeOffset FreeAt, ResponseEnd End);
