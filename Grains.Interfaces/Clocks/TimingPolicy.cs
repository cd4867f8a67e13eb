namespace Tocsin.Clocks;

/// <summary>A timing policy as an incident or a call keeps it: whatever becomes of the policy later, this one stays.</summary>
/// <param name="Name">Its name, 1 to 40 of letters, digits, <c>-</c>, <c>_</c>, <c>.</c></param>
/// <param name="Version">Its version; 0 for a preset that nobody changed.</param>
/// <param name="Limits">The rows; at most <see cref="MaxLimits"/>.</param>
/// <param name="Escalation">When an overdue clock is brought to whom.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TimingPolicy")]
public sealed record TimingPolicy(
    [property: Id(0)] string Name,
    [property: Id(1)] int Version,
    [property: Id(2)] IReadOnlyList<TimingLimit> Limits,
    [property: Id(3)] EscalationPlan Escalation)
{
    /// <summary>The most rows: seven stages by four priorities and three classes of area, each also left open.</summary>
    public const int MaxLimits = 140;
}
