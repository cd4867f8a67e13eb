using Tocsin.Identity;

namespace Tocsin.Quality;

/// <summary>An incident or a call that was drawn for review.</summary>
/// <param name="IncidentId">The id of the incident; null for a call.</param>
/// <param name="CallId">The id of the call; null for an incident.</param>
/// <param name="Number">The number of the incident that people say aloud; null for a call.</param>
public sealed record SampleView(IncidentId? IncidentId, CallId? CallId, string? Number);
