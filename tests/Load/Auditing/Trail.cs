namespace Tocsin.Tests.Load.Auditing;

/// <summary>A whole trail as it was read.</summary>
/// <param name="Stream"><c>incident/ID</c>, <c>unit/ID</c> or <c>call/ID</c>.</param>
/// <param name="Events">Its events in the order in which they were answered.</param>
/// <param name="Problem">Why it could not be read to its end, null when it could.</param>
public sealed record Trail(string Stream, IReadOnlyList<TrailEvent> Events, string? Problem);
