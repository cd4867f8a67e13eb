namespace Tocsin.Recommending;

/// <summary>How far estimates are off, in seconds.</summary>
/// <param name="Journeys">Of how many.</param>
/// <param name="MedianAbsolute">Half of them are off by at most so much.</param>
/// <param name="P90Absolute">Nine of ten are off by at most so much.</param>
/// <param name="Bias">The median of estimate less truth: above 0 we are told to expect them too late.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TravelError")]
public sealed record TravelError(
    [property: Id(0)] int Journeys, [property: Id(1)] double MedianAbsolute, [property: Id(2)] double P90Absolute, [property: Id(3)] double Bias);
