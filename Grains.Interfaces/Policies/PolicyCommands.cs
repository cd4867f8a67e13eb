using Tocsin.Clocks;

namespace Tocsin.Policies;

/// <summary>The commands to a timing policy; <see cref="IPolicyGrain"/> carries them out.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.PolicyCommand")]
public abstract record PolicyCommand;

/// <summary>Makes a timing policy, or gives it other limits, for new incidents and calls; those that exist keep what they had.</summary>
/// <remarks>Refused with <c>invalid</c>, which names each wrong field, for limits that are impossible.</remarks>
/// <param name="Limits">The rows, at most <see cref="TimingPolicy.MaxLimits"/>; no two for the same stage, priority and area.</param>
/// <param name="Escalation">When an overdue clock is brought to which level; null means <see cref="EscalationPlan.Default"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SetPolicy")]
public sealed record SetPolicy(
    [property: Id(0)] IReadOnlyList<TimingLimit> Limits,
    [property: Id(1)] EscalationPlan? Escalation) : PolicyCommand;
