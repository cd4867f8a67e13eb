using Tocsin.Incidents;

namespace Tocsin.Quality;

/// <summary>A caller who is still to be called back.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="DueAt">By when the caller is to be asked.</param>
internal sealed record DueCallBack(IncidentView Incident, DateTimeOffset ClosedAt, DateTimeOffset DueAt);
