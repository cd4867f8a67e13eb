namespace Tocsin.Journal;

/// <summary>An incident on which feedback with results was given.</summary>
/// <param name="ReceivedAt">The incident's receipt.</param>
/// <param name="Station">The incident's own station, or null.</param>
/// <param name="View">The incident's view, JSON, whose <c>feedback</c> has the results that stand.</param>
public sealed record ReportedFeedback(DateTimeOffset ReceivedAt, string? Station, string View);
