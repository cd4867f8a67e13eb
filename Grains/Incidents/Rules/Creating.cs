using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Places;

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
        if (context.Fact<Jurisdiction>() is { Retired: true, Station: var gone })
            return Decision.Refuse(Refusals.Retired($"Station {gone} is retired.", command.Station is null ? null : "station"));
        var call = command.CallId is { } callId ? states.Call(callId) : null;
        if (call?.Version == 0)
            return Decision.Refuse(Refusals.UnknownReference("callId", "There is no such call."));
        if (!IsHistoric(command, call, context) && PlaceRule.Check(command.Location, command.Confirmed, context) is { } implausible)
            return Decision.Refuse(implausible);
        return call is null
            ? Decision.Do(Created(state, command, null, context))
            : Decision.Do(
            [
                Created(state, command, call, context),
                .. Disposing.Events(
                    call, new CallDisposed(DispositionKind.Incident, state.Id, Note: null), context.When(command.OccurredAt)),
            ]);
    }

    /// <summary>The station that is given: a station's own people make incidents of theirs, unless they name one. Null: none is.</summary>
    public static string? StationOf(CreateIncident command, Actor actor) =>
        command.Station ?? (actor.Role == Roles.Station ? actor.Station : null);

    // A station makes incidents of its own only, and no call is its affair.
    private static bool IsOwn(CreateIncident command, Actor actor) =>
        actor.Role != Roles.Station || (actor.Station is { } own && (command.Station ?? own) == own && command.CallId is null);

    private static DateTimeOffset ReceivedAt(CreateIncident command, CallState? call, DecisionContext context) =>
        context.When(command.OccurredAt ?? call?.AnsweredAt);

    private static bool IsHistoric(CreateIncident command, CallState? call, DecisionContext context) =>
        context.Now - ReceivedAt(command, call, context) > context.HistoricAfter;

    private static DecidedEvent Created(IncidentState state, CreateIncident command, CallState? call, DecisionContext context)
    {
        var receivedAt = ReceivedAt(command, call, context);
        var station = StationOf(command, context.Actor);
        var jurisdiction = context.Fact<Jurisdiction>();
        var created = new IncidentCreated(
            context.Number,
            command.CallId,
            command.Category,
            command.Priority,
            command.Location,
            command.Narrative,
            station ?? jurisdiction?.Station,
            jurisdiction?.AreaClass,
            context.Timing?.Name,
            command.Exercise,
            Historic: IsHistoric(command, call, context),
            StationGiven: station is not null)
        {
            Timing = context.Timing,
            Unattended = context.Unattended,
            Suspects = context.Timing is not null || context.Unattended is not null,
            Reference = command.Reference,
        };
        return new DecidedEvent(state.Stream, created, receivedAt);
    }
}
