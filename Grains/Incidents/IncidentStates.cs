using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Finds the states of incidents among those that a decision may look at.</summary>
public static class IncidentStates
{
    extension(StateSet states)
    {
        /// <summary>An incident's state; version 0 when there is no such incident.</summary>
        public IncidentState Incident(IncidentId id) => (IncidentState)states.All[id.Stream];
    }
}
