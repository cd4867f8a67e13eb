using Tocsin.Clocks;

namespace Tocsin.Policies;

/// <summary>What can be asked of a timing policy.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.PolicyCommand")]
public abstract record PolicyCommand;

/// <summary>Makes a timing policy, or gives it other limits: for what comes; what was made with it keeps what it had.</summary>
/// <param name="Limits">The rows, at most <see cref="TimingPolicy.MaxLimits"/>; no two for the same stage, priority and area.</param>
/// <param name="Escalation">When an overdue clock is brought to whom; null: <see cref="EscalationPlan.Default"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SetPolicy")]
public sealed record SetPolicy(
    [property: Id(0)] IReadOnlyList<TimingLimit> Limits,
    [property: Id(1)] EscalationPlan? Escalation) : PolicyCommand;
