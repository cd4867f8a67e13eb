namespace Tocsin.Bearers;

/// <summary>How far a silo demands tokens of gateways.</summary>
/// <param name="Demands">Whether it refuses calls that do not say where they come from.</param>
/// <param name="Quiet">For how long it has had no such call.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BearerState")]
public sealed record BearerState([property: Id(0)] bool Demands, [property: Id(1)] TimeSpan Quiet);
