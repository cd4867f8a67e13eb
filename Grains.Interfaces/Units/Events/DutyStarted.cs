namespace Tocsin.Units;

/// <summary>It went on duty, or its crew changed.</summary>
/// <param name="Crew">A keyed digest of each name.</param>
public sealed record DutyStarted(IReadOnlyList<string> Crew) : UnitEvent;
