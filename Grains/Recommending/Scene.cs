using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Places;
using Tocsin.Units;

namespace Tocsin.Recommending;

/// <summary>Where units are wanted.</summary>
/// <param name="Incident">The incident; null when there is none yet.</param>
/// <param name="Place">Where; null where only the station is known, and nobody is nearer than another.</param>
/// <param name="Priority">1 (most urgent) to 4.</param>
/// <param name="Station">The station that it belongs to, or null.</param>
/// <param name="Now">When.</param>
/// <param name="Hour">The hour of the day in the centre's time zone, 0 to 23.</param>
/// <param name="ForeignSeconds">What counts against a unit of another station.</param>
internal sealed record Scene(
    IncidentId? Incident, GeoPoint? Place, int Priority, string? Station, DateTimeOffset Now, int Hour, int ForeignSeconds = 0)
{
    /// <summary>Who asks; null, the default: somebody who sees every unit.</summary>
    public Actor? Reader { get; init; }

    /// <summary>Whether the reader is told on which incident a unit is.</summary>
    public bool Shows(DutyUnit unit) => Reader is null || UnitAccess.Owns(unit.Id, unit.Station, Reader);
}
