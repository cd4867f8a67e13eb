namespace Tocsin.Quality;

/// <summary>One point of a review as an event has it; the notes stand apart, because they can be erased.</summary>
/// <param name="Code">The point, 1 to 100 characters.</param>
/// <param name="Ok">Whether it is as it should be.</param>
public sealed record ReviewPoint(string Code, bool Ok);
