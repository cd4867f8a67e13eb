using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A unit reported what it found and did 反馈.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Narrative">More.</param>
/// <param name="Results">What came of it.</param>
public sealed record FeedbackGiven(
    UnitId UnitId,
    string Outcome,
    string? Narrative,
    IReadOnlyDictionary<string, double> Results) : IncidentEvent;
