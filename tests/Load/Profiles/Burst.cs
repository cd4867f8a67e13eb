namespace Tocsin.Tests.Load.Profiles;

/// <summary>A time of more arrivals than else.</summary>
/// <param name="From">Its beginning, in seconds of the run.</param>
/// <param name="To">Its end.</param>
/// <param name="Factor">How many times the calm rate.</param>
public readonly record struct Burst(double From, double To, double Factor);
