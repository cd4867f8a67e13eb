namespace Tocsin.Units;

/// <summary>What can be asked of a unit by itself.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.UnitCommand")]
public abstract record UnitCommand;
