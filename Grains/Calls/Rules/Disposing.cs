using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Calls;

/// <summary>Disposes of a call. It may be given again: the newest holds, and a call joined elsewhere leaves its first incident.</summary>
internal static class Disposing
{
    /// <summary>Whether a disposition joins the call to its incident.</summary>
    public static bool Joins(DispositionKind kind) => kind is DispositionKind.Incident or DispositionKind.Duplicate;

    /// <summary>The call, the incident that is named, and the one that it is joined to.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, DisposeCall command, StateSet states)
    {
        var streams = new List<StreamId> { own };
        if (command.IncidentId is { } named)
            streams.Add(named.Stream);
        if (states.Knows(own) && ((CallState)states.All[own]).JoinedTo is { } joined && joined != command.IncidentId)
            streams.Add(joined.Stream);
        return streams;
    }

    public static Decision Decide(CallState state, DisposeCall command, StateSet states, DecisionContext context)
    {
        var joins = Joins(command.Kind);
        if (joins && command.IncidentId is null)
            return Decision.Refuse(Refusals.Invalid("incidentId", "This disposition names an incident."));
        var incident = command.IncidentId is { } id ? states.Incident(id) : null;
        if (incident is { Version: 0 })
            return Decision.Refuse(Refusals.UnknownReference("incidentId", "There is no such incident."));
        if (joins && incident is { Closed: true } && state.JoinedTo != incident.Id)
            return Decision.Refuse(Refusals.IncidentClosed);
        var stands = state.Disposition;
        if (stands is not null && stands.Kind == command.Kind && stands.IncidentId == command.IncidentId && stands.Note == command.Note)
            return Decision.Nothing;
        return Decision.Do(Events(state, new CallDisposed(command.Kind, command.IncidentId, command.Note), context.Now));
    }

    /// <summary>
    /// The disposition, and what it does to the incidents: a call stands on one of them at most, as what it is. One whose disposition names
    /// the incident that it is on stays on it, whatever the kind: a false report is found where it was taken for true.
    /// </summary>
    public static IReadOnlyList<DecidedEvent> Events(CallState call, CallDisposed disposed, DateTimeOffset at)
    {
        var from = call.JoinedTo;
        var stays = from is not null && disposed.IncidentId == from && !Joins(disposed.Kind);
        if (stays)
            return [new DecidedEvent(call.Stream, disposed with { Stays = true }, at)];
        var to = Joins(disposed.Kind) ? disposed.IncidentId : null;
        var events = new List<DecidedEvent>(3);
        if (from != to || call.Disposition?.Kind != disposed.Kind)
        {
            if (from is { } left)
                events.Add(new DecidedEvent(left.Stream, new CallLeft(call.Id, call.Disposition!.Kind), at));
            if (to is { } joined)
                events.Add(new DecidedEvent(joined.Stream, new CallJoined(call.Id, disposed.Kind, call.AnsweredAt), at));
        }

        events.Add(new DecidedEvent(call.Stream, disposed, at));
        return events;
    }
}
