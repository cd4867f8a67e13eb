namespace Tocsin.Recommending;

/// <summary>
/// What the journal taught about driving: estimate = (setup + distance x pace) x factors. Until it knows better, the great circle with a
/// detour.
/// </summary>
/// <param name="Version">The version, which changes whenever it was learned anew: Unix seconds of the learning; 0 before the first.</param>
/// <param name="LearnedAt">When it was learned, UTC; null before the first time.</param>
/// <param name="From">When the first journey began that it was learned from, UTC, or null.</param>
/// <param name="To">When the last journey began that it was learned from, UTC, or null.</param>
/// <param name="Journeys">The number of journeys that it was learned from.</param>
/// <param name="Corrected">
/// Whether estimates are corrected. False when the journeys were too few (below 200), or when the correction was no better on those that it
/// was not learned from.
/// </param>
/// <param name="SetupSeconds">From en route to rolling, and from the kerb to the scene: 0 to 600 s.</param>
/// <param name="SecondsPerKm">Seconds a kilometre by great circle, 30 to 360: detour and speed in one.</param>
/// <param name="Kinds">The factors by kind of unit; none where they made it no better.</param>
/// <param name="Areas">The factors by the station of the destination; none where they made it no better.</param>
/// <param name="Hours">The factors by hour of the day; none where they made it no better.</param>
/// <param name="ErrorUncorrected">
/// The error of the great circle with detour on the newest fifth of the journeys; null when there were too few.
/// </param>
/// <param name="ErrorCorrected">The error of what was learned from the others, on the same fifth; null when there were too few.</param>
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
    /// <summary>The model before anything was learned: 1.4 times the great circle at 40 km/h, which is 126 s a kilometre.</summary>
    public static TravelModel Cold { get; } = new(0, null, null, null, 0, false, 0, 126, [], [], [], null, null);
}

/// <summary>How much longer or shorter drives of one sort take than others over the same distance.</summary>
/// <param name="Name">The kind of unit, the station of the destination, or the hour of the day <c>00</c> to <c>23</c>.</param>
/// <param name="Factor">The factor, 0.5 to 2; pulled towards 1 where journeys are few.</param>
/// <param name="Journeys">The number of journeys that it was learned from.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TravelFactor")]
public sealed record TravelFactor([property: Id(0)] string Name, [property: Id(1)] double Factor, [property: Id(2)] int Journeys);

/// <summary>How far estimates are off.</summary>
/// <param name="Journeys">The number of journeys that were estimated.</param>
/// <param name="MedianAbsolute">Half of the estimates are off by at most so many seconds.</param>
/// <param name="P90Absolute">Nine of ten estimates are off by at most so many seconds.</param>
/// <param name="Bias">The median of estimate less truth, in seconds: above 0, units arrive sooner than estimated.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TravelError")]
public sealed record TravelError(
    [property: Id(0)] int Journeys,
    [property: Id(1)] double MedianAbsolute,
    [property: Id(2)] double P90Absolute,
    [property: Id(3)] double Bias);
