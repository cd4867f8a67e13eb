namespace Tocsin.Recommending;

/// <summary>What the journal taught about driving: estimate = (setup + way x pace) x factors. Until it knows better it is the great circle with a detour.</summary>
/// <param name="Version">Changes whenever it was learned anew: Unix seconds of the learning; 0 before the first.</param>
/// <param name="LearnedAt">When; null before the first.</param>
/// <param name="From">The first journey that it was learned of.</param>
/// <param name="To">The last.</param>
/// <param name="Journeys">Of how many.</param>
/// <param name="Corrected">False: the journeys were too few, or the correction was no better on those it was not learned of, and nothing is corrected.</param>
/// <param name="SetupSeconds">From en route to rolling, and from the kerb to the scene, 0 to 600.</param>
/// <param name="SecondsPerKm">By great circle: detour and speed in one, 30 to 360.</param>
/// <param name="Kinds">By kind of unit; none where they made it no better.</param>
/// <param name="Areas">By the station of the destination; none where they made it no better.</param>
/// <param name="Hours">By hour of the day; none where they made it no better.</param>
/// <param name="ErrorUncorrected">Great circle with detour on the newest fifth of the journeys; null when there were too few.</param>
/// <param name="ErrorCorrected">What was learned of the others, on the same fifth.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TravelModel")]
public sealed record TravelModel(
    [property: Id(0)] long Version,
    [property: Id(1)] DateTimeOffset? LearnedAt,
    [property: Id(2)] DateTimeOffset? From,
    [property: Id(3)] DateTimeOffset? To,
    [property: Id(4)] int Journeys,
    [property: Id(5)] bool Corrected,
    [property: Id(6)] double SetupSeconds,
    [property: Id(7)] double SecondsPerKm,
    [property: Id(8)] IReadOnlyList<TravelFactor> Kinds,
    [property: Id(9)] IReadOnlyList<TravelFactor> Areas,
    [property: Id(10)] IReadOnlyList<TravelFactor> Hours,
    [property: Id(11)] TravelError? ErrorUncorrected,
    [property: Id(12)] TravelError? ErrorCorrected)
{
    /// <summary>Nothing was learned: 1.4 times the great circle at 40 km/h.</summary>
    public static TravelModel Cold { get; } = new(0, null, null, null, 0, false, 0, 126, [], [], [], null, null);
}

/// <summary>By how much drives of one sort take longer or shorter than others over the same way.</summary>
/// <param name="Name">The kind of unit, the station of the destination, or the hour of the day <c>00</c> to <c>23</c>.</param>
/// <param name="Factor">0.5 to 2; pulled towards 1 where journeys are few.</param>
/// <param name="Journeys">Of how many it was learned.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TravelFactor")]
public sealed record TravelFactor([property: Id(0)] string Name, [property: Id(1)] double Factor, [property: Id(2)] int Journeys);

/// <summary>How far estimates are off, in seconds.</summary>
/// <param name="Journeys">Of how many.</param>
/// <param name="MedianAbsolute">Half of them are off by at most so much.</param>
/// <param name="P90Absolute">Nine of ten are off by at most so much.</param>
/// <param name="Bias">The median of estimate less truth: above 0 we are told to expect them too late.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TravelError")]
public sealed record TravelError(
    [property: Id(0)] int Journeys, [property: Id(1)] double MedianAbsolute, [property: Id(2)] double P90Absolute, [property: Id(3)] double Bias);
