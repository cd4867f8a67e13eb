namespace Tocsin.Units;

/// <summary>What happened to a unit. The name of the type is the event's kind.</summary>
public abstract record UnitEvent;
