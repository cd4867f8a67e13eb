using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The newest operation of an incident. All times are UTC, whole milliseconds.</summary>
/// <param name="Purpose">What it is for, 1 to 500 characters; null where it was erased.</param>
/// <param name="Lead">The station or body that leads it, or null.</param>
/// <param name="Bodies">The stations and bodies that take part, in the order in which they joined.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="OpenedBy">The subject (<c>sub</c>) of the token of who opened it.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="Outcome">How it ended; null while it is open.</param>
/// <param name="Results">What came of it, a number to each word; empty while it is open.</param>
/// <param name="Note">What was noted at its closure, at most 500 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.OperationView")]
public sealed record OperationView(
    [property: Id(0)] string? Purpose,
    [property: Id(1)] StationId? Lead,
    [property: Id(2)] IReadOnlyList<StationId> Bodies,
    [property: Id(3)] DateTimeOffset OpenedAt,
    [property: Id(4)] string OpenedBy,
    [property: Id(5)] DateTimeOffset? ClosedAt,
    [property: Id(6)] OperationOutcome? Outcome,
    [property: Id(7)] IReadOnlyDictionary<string, double> Results,
    [property: Id(8)] string? Note);
