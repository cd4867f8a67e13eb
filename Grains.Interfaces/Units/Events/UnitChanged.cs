namespace Tocsin.Units;

/// <summary>Fields changed.</summary>
/// <param name="Changes">Those that did.</param>
public sealed record UnitChanged(UnitChanges Changes) : UnitEvent;
