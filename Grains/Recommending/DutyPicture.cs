using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Recommending;

/// <summary>All units on duty at one moment; immutable.</summary>
/// <param name="Units">The units on duty, in no order.</param>
/// <param name="Incident">Finds an open incident, as new as possible; null when it is not open.</param>
internal sealed record DutyPicture(DutyUnit[] Units, Func<IncidentId, LiveIncident?> Incident);
