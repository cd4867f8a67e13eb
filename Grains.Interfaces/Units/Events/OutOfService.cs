namespace Tocsin.Units;

/// <summary>It went out of service.</summary>
/// <param name="Reason">Why.</param>
public sealed record OutOfService(string Reason) : UnitEvent;
