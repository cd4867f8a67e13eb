namespace Tocsin.Projections;

/// <summary>A row of a projection.</summary>
/// <param name="At">The time by which reports find it.</param>
/// <param name="Station">The station that it belongs to, or null.</param>
/// <param name="Value">Its content: text in a form of the projection's own.</param>
public sealed record ProjectedRow(DateTimeOffset At, string? Station, string Value);
