using Tocsin.Identity;

namespace Tocsin.Calls;

/// <summary>Disposes of it. It may be given again: the newest holds.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IncidentId">Needed for Incident and Duplicate, which join it; the others may name one.</param>
/// <param name="Note">At most 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DisposeCall")]
public sealed record DisposeCall(
    [property: Id(0)] DispositionKind Kind,
    [property: Id(1)] IncidentId? IncidentId,
    [property: Id(2)] string? Note) : CallCommand;
