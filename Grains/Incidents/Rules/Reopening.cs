using Tocsin.Deciding;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>Opens a closed incident again: nobody is on it. It goes to who took over from its station, if that is retired.</summary>
internal static class Reopening
{
    private static readonly IncidentChanges Unchanged = new(null, null, null, null, null, null);

    public static Decision Decide(IncidentState state, ReopenIncident command, DecisionContext context)
    {
        if (!state.Closed)
            return Decision.Refuse(Refusals.WrongStage(IncidentStatusRule.Of(state), "Only a closed incident is reopened."));
        var reopened = new DecidedEvent(state.Stream, new IncidentReopened(command.Reason), context.When(command.OccurredAt));
        if (context.Fact<Jurisdiction>() is not { Instead: { } gone, Station: var heir } || gone != state.Station)
            return Decision.Do(reopened);
        var moved = new IncidentChanged(Unchanged with { Station = new(gone, heir) });
        return Decision.Do(reopened, new DecidedEvent(state.Stream, moved, context.Now));
    }
}
