using Tocsin.Clocks;
using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>A timing policy as the contract shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Limits">The rows.</param>
/// <param name="Escalation">When an overdue clock is brought to whom.</param>
/// <param name="Preset">A preset that nobody changed.</param>
/// <param name="Version">How many events it has; 0 for a preset that nobody changed.</param>
public sealed record PolicyView(
    PolicyId Name,
    IReadOnlyList<TimingLimit> Limits,
    EscalationPlan Escalation,
    bool Preset,
    int Version);
