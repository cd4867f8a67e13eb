using Tocsin.Deciding;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>
/// Takes a unit off this incident and onto another open one, in one append. Priorities are not compared: who diverts answers for it.
/// </summary>
internal static class Diverting
{
    public static Decision Decide(IncidentState state, DivertUnit command, StateSet states, DecisionContext context)
    {
        if (command.ToIncidentId == state.Id)
            return Decision.Refuse(Refusals.Invalid("toIncidentId", "A unit is diverted to another incident."));
        var to = states.Incident(command.ToIncidentId);
        if (to.Version == 0)
            return Decision.Refuse(Refusals.UnknownReference("toIncidentId", "There is no such incident."));
        if (state.Closed || to.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        var place = state.AssignmentOf(command.UnitId);
        if (place < 0)
            return Decision.Refuse(Refusals.UnknownReference("unitId", "This unit was never assigned to the incident."));
        if (state.Assignments[place] is { Stage: var stage } && !stage.IsActive())
            return Decision.Refuse(Refusals.WrongStage(stage, "The unit is no longer on the incident."));
        var at = context.When(command.OccurredAt);
        var unit = states.Unit(command.UnitId);
        return Decision.Do(
            new DecidedEvent(state.Stream, new UnitDiverted(unit.Id, to.Id, command.Reason), at),
            new DecidedEvent(unit.Stream, new Released(state.Id, AssignmentStage.Diverted), at),
            new DecidedEvent(unit.Stream, new Assigned(to.Id, AssignmentStage.Assigned), at),
            new DecidedEvent(to.Stream, new UnitAssigned(unit.Id, state.Id, unit.Station) { By = context.Actor.Subject }, at));
    }
}
