using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Directives;

/// <summary>The incident or call that a directive is to hang on.</summary>
/// <param name="Incident">The incident, or null.</param>
/// <param name="Call">The call, or null.</param>
/// <param name="Exercise">Whether it is a drill; a call is one by the incident that it is joined to.</param>
internal sealed record IssueAffair(IncidentState? Incident, CallState? Call, bool Exercise)
{
    /// <summary>The streams that it relies on, as far as the states known so far show them.</summary>
    public static IEnumerable<StreamId> Streams(IssueDirectives command, StateSet states)
    {
        if (command.IncidentId is { } incident)
            yield return incident.Stream;
        if (command.CallId is not { Stream: var call })
            yield break;
        yield return call;
        if (states.Knows(call) && ((CallState)states.All[call]).JoinedTo is { } joined)
            yield return joined.Stream;
    }

    /// <summary>That of a command.</summary>
    public static IssueAffair Of(IssueDirectives command, StateSet states)
    {
        var incident = command.IncidentId is { } id ? states.Incident(id) : null;
        var call = command.CallId is { } of ? states.Call(of) : null;
        var drill = incident ?? (call?.JoinedTo is { } joined ? states.Incident(joined) : null);
        return new IssueAffair(incident, call, drill?.Exercise ?? false);
    }

    /// <summary>A refusal, or null when the directives may hang on it.</summary>
    public Refusal? Check(IssueDirectives command, StateSet states, DecisionContext context)
    {
        if (Incident is { Version: 0 })
            return Refusals.UnknownReference("incidentId", "There is no such incident.");
        if (Call is { Version: 0 })
            return Refusals.UnknownReference("callId", "There is no such call.");
        if (!IsSeen(context))
            return Refusals.NotYours;
        if (Incident is { Closed: true } && DirectiveKinds.NeedsOpenIncident(command.Kind))
            return Refusals.IncidentClosed;
        var open = (Incident?.Directives.Count(d => d.Open) ?? 0) + command.To.Count - Ended(command, states);
        return Incident is not null && open > DirectiveLimits.OpenOfIncidentMax
            ? Refusals.LimitReached("open directives", DirectiveLimits.OpenOfIncidentMax)
            : null;
    }

    /// <summary>A refusal, or null when the incident has the parties that the directives are about.</summary>
    public Refusal? Parties(IssueDirectives command)
    {
        for (var i = 0; i < command.Parties.Count; i++)
        {
            if (Incident is null || command.Parties[i] > Incident.Parties.Length)
                return Refusals.UnknownReference($"parties[{i}]", $"There is no party {command.Parties[i]} of its incident.");
        }

        return null;
    }

    // A station issues on what it may read. Which calls it may read stands nowhere on the call: the fact says it.
    private bool IsSeen(DecisionContext context) => context.Actor.Role != Roles.Station
        || ((Incident is null || IncidentEntry.Owns(Incident, context))
            && (Call is null || context.Fact<IssuingStation>() is { SeesCall: true }));

    // What was given back ends when it is replaced.
    private static int Ended(IssueDirectives command, StateSet states) =>
        command.Replaces is { } replaced && states.Directive(replaced) is { Version: > 0, Open: true } ? 1 : 0;
}
