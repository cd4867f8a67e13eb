using Tocsin.Clocks;

namespace Tocsin.Policies;

/// <summary>A timing policy was made, or changed: what it is now.</summary>
/// <param name="Limits">The rows.</param>
/// <param name="Escalation">When an overdue clock is brought to whom.</param>
public sealed record PolicySet(IReadOnlyList<TimingLimit> Limits, EscalationPlan Escalation) : PolicyEvent;
