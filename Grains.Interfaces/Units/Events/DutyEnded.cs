namespace Tocsin.Units;

/// <summary>It went off duty.</summary>
public sealed record DutyEnded : UnitEvent;
