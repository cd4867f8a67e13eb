using Tocsin.Clocks;
using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>A supervisor urges 催办: it stands in the trail and goes to whoever is concerned; it moves nothing.</summary>
internal static class Urging
{
    public static Decision Decide(IncidentState state, Urge command, DecisionContext context)
    {
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        if (command.Stage is ClockStage.Answer or >= ClockStage.Sign)
            return Decision.Refuse(Refusals.Invalid("stage", "This is no stage of an incident, but of its calls or directives."));
        if (command.UnitId is { } unit && state.AssignmentOf(unit) < 0)
            return Decision.Refuse(Refusals.UnknownReference("unitId", "This unit was never assigned to the incident."));
        var urged = new Urged(command.Stage, command.UnitId, command.Reason) { By = context.Actor.Subject };
        return Decision.Do(new DecidedEvent(state.Stream, urged, context.Now));
    }
}
