using Tocsin.Commands;

namespace Tocsin.Incidents;

/// <summary>
/// Assigns the units of a response plan 指派: each place to its unit or, where somebody else was faster, at once to the next best that is free. Decided behind
/// the gates of all units that it takes, and written in one append.
/// </summary>
/// <param name="Places">Who is to go, and who instead.</param>
/// <param name="Missing">What the plan could not fill.</param>
/// <param name="Refusal">Why there is no plan; null when there is one. It travels with the command so that a repeat of what was done is answered first.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CommitPlan")]
public sealed record CommitPlan(
    [property: Id(0)] IReadOnlyList<PlanPlace> Places,
    [property: Id(1)] IReadOnlyList<PlanShortfall> Missing,
    [property: Id(2)] Refusal? Refusal,
    [property: Id(3)] DateTimeOffset? OccurredAt) : IncidentCommand;
