using Tocsin.Clocks;
using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>A timing policy as the contract shows it.</summary>
/// <param name="Name">The name, 1 to 40 characters.</param>
/// <param name="Limits">The rows, at most <see cref="TimingPolicy.MaxLimits"/>.</param>
/// <param name="Escalation">When an overdue clock is brought to which level.</param>
/// <param name="Preset">Whether it comes with the product and nobody changed it.</param>
/// <param name="Version">The number of events of the policy; 0 for a preset that nobody changed.</param>
public sealed record PolicyView(
    PolicyId Name,
    IReadOnlyList<TimingLimit> Limits,
    EscalationPlan Escalation,
    bool Preset,
    int Version);
