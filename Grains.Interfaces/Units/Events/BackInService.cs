namespace Tocsin.Units;

/// <summary>It came back into service.</summary>
public sealed record BackInService : UnitEvent;
