using Tocsin.Identity;

namespace Tocsin.Quality;

/// <summary>A caller who is still to be called back.</summary>
/// <param name="IncidentId">The id of the incident.</param>
/// <param name="Number">The number of the incident that people say aloud.</param>
/// <param name="ClosedAt">When it was closed, UTC.</param>
/// <param name="DueAt">By when the caller is to be asked, UTC.</param>
/// <param name="Tries">How often somebody tried and reached nobody, 0 to 2.</param>
public sealed record DueCallBackView(IncidentId IncidentId, string Number, DateTimeOffset ClosedAt, DateTimeOffset DueAt, int Tries);
