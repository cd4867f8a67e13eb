using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>Makes an incident; with a call it disposes of that call in the same append.</summary>
internal static class Creating
{
    public static Decision Decide(IncidentState state, CreateIncident command, StateSet states, DecisionContext context)
    {
        if (state.Version > 0)
            return Decision.Nothing;
        if (!IsOwn(command, context.Actor))
            return Decision.Refuse(Refusals.NotYours);
        if (OccurredAtRule.Check(command.OccurredAt, context) is { } future)
            return Decision.Refuse(future);
        if (command.CallId is not { } callId)
            return Decision.Do(Created(state, command, null, context));
        var call = states.Call(callId);
        return call.Version == 0
            ? Decision.Refuse(Refusals.UnknownReference("callId", "There is no such call."))
            : Decision.Do(
            [
                Created(state, command, call, context),
                .. Disposing.Events(
                    call, new CallDisposed(DispositionKind.Incident, state.Id, Note: null), context.When(command.OccurredAt)),
            ]);
    }

    // A station makes incidents of its own only, and no call is its affair.
    private static bool IsOwn(CreateIncident command, Actor actor) =>
        actor.Role != Roles.Station || (actor.Station is { } own && (command.Station ?? own) == own && command.CallId is null);

    private static DecidedEvent Created(IncidentState state, CreateIncident command, CallState? call, DecisionContext context)
    {
        var receivedAt = context.When(command.OccurredAt ?? call?.AnsweredAt);
        var station = command.Station ?? (context.Actor.Role == Roles.Station ? context.Actor.Station : null);
        var created = new IncidentCreated(
            context.Number,
            command.CallId,
            command.Category,
            command.Priority,
            command.Location,
            command.Narrative,
            station ?? context.Jurisdiction?.Station,
            context.Jurisdiction?.AreaClass,
            context.Timing?.Name,
            command.Exercise,
            Historic: context.Now - receivedAt > context.HistoricAfter,
            StationGiven: station is not null)
        {
            Timing = context.Timing,
            Reference = command.Reference,
        };
        return new DecidedEvent(state.Stream, created, receivedAt);
    }
}
