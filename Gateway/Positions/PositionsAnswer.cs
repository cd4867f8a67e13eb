namespace Tocsin.Positions;

/// <summary>The answer to a batch of positions, for the OpenAPI document.</summary>
/// <param name="Accepted">How many were taken.</param>
/// <param name="Rejected">The positions that were not taken, and why.</param>
internal sealed record PositionsAnswer(int Accepted, IReadOnlyList<PositionRefusal> Rejected);
