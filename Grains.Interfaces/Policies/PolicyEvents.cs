using Tocsin.Clocks;

namespace Tocsin.Policies;

/// <summary>What happened to a timing policy. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record PolicyEvent;

/// <summary>A timing policy was made or changed; the event has its whole present content.</summary>
/// <param name="Limits">The rows, at most <see cref="TimingPolicy.MaxLimits"/>.</param>
/// <param name="Escalation">When an overdue clock is brought to which level.</param>
public sealed record PolicySet(IReadOnlyList<TimingLimit> Limits, EscalationPlan Escalation) : PolicyEvent;
