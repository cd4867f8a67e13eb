namespace Tocsin.Incidents;

/// <summary>How the place of an incident about an officer in distress is known.</summary>
/// <param name="From">Where from.</param>
/// <param name="At">When the officer was seen there; null for a home.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LocatedView")]
public sealed record LocatedView([property: Id(0)] LocatedFrom From, [property: Id(1)] DateTimeOffset? At);
