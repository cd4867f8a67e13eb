using Tocsin.Clocks;

namespace Tocsin.Policies;

/// <summary>What happened to a timing policy. The name of the type is the event's kind.</summary>
public abstract record PolicyEvent;

/// <summary>A timing policy was made, or changed: what it is now.</summary>
/// <param name="Limits">The rows.</param>
/// <param name="Escalation">When an overdue clock is brought to whom.</param>
public sealed record PolicySet(IReadOnlyList<TimingLimit> Limits, EscalationPlan Escalation) : PolicyEvent;
