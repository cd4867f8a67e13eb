using Tocsin.Identity;

namespace Tocsin.Calls;

/// <summary>What was made of a call.</summary>
/// <param name="Kind">What.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Note">A note.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DispositionView")]
public sealed record DispositionView(
    [property: Id(0)] DispositionKind Kind,
    [property: Id(1)] IncidentId? IncidentId,
    [property: Id(2)] string? Note,
    [property: Id(3)] DateTimeOffset At);
