namespace Tocsin.Recommending;

/// <summary>By how much drives of one sort take longer or shorter than others over the same way.</summary>
/// <param name="Name">The kind of unit, the station of the destination, or the hour of the day <c>00</c> to <c>23</c>.</param>
/// <param name="Factor">0.5 to 2; pulled towards 1 where journeys are few.</param>
/// <param name="Journeys">Of how many it was learned.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TravelFactor")]
public sealed record TravelFactor([property: Id(0)] string Name, [property: Id(1)] double Factor, [property: Id(2)] int Journeys);
