namespace Tocsin.Limits;

/// <summary>A kind of read that takes long: each feature that has one states it once.</summary>
/// <param name="Name">Its name in metrics.</param>
/// <param name="AtOnce">How many of one identity may be under way at a gateway.</param>
internal sealed record CostlyRead(string Name, int AtOnce);
