using Tocsin.Clocks;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A supervisor urged 催办.</summary>
/// <param name="Stage">What is waited for.</param>
/// <param name="UnitId">Who is urged; null: everybody on it.</param>
/// <param name="Reason">Why.</param>
public sealed record Urged(ClockStage Stage, UnitId? UnitId, string Reason) : IncidentEvent;
