namespace Tocsin.Recommending.Travel;

/// <summary>A drive that the journal holds.</summary>
/// <param name="Leg">From where to where.</param>
/// <param name="Seconds">From en route to on scene.</param>
/// <param name="At">When it began.</param>
internal readonly record struct Journey(Leg Leg, double Seconds, DateTimeOffset At);
