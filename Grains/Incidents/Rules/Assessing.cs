using Tocsin.Deciding;
using Tocsin.Stations;

namespace Tocsin.Incidents;

/// <summary>Assesses the incident 研: how urgent it is, and who answers for it. What belongs to no station is the owner's since.</summary>
internal static class Assessing
{
    public static Decision Decide(IncidentState state, AssessIncident command, StateSet states, DecisionContext context)
    {
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        var owner = states.Station(command.Owner);
        if (StationReference.Check(owner, "owner") is { } refusal)
            return Decision.Refuse(refusal);
        var takes = state.Station is null && owner.Kind == StationKind.Station;
        var assessed = new IncidentAssessed(command.Priority, command.Owner.Value, command.Note, context.Actor.Subject)
        {
            Station = takes ? command.Owner.Value : null,
            AreaClass = takes && state.AreaClass is null ? owner.AreaClass : null,
        };
        return Decision.Do(new DecidedEvent(state.Stream, assessed, context.When(command.OccurredAt)));
    }
}
