using Tocsin.Identity;

namespace Tocsin.Calls;

/// <summary>It was disposed of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Note">A note.</param>
public sealed record CallDisposed(
    DispositionKind Kind,
    IncidentId? IncidentId,
    string? Note) : CallEvent;
