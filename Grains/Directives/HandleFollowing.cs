using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.StreamKinds;

namespace Tocsin.Directives;

/// <summary>
/// What commands to an incident do to its <c>handle</c> directives, in the same append: a closure concludes them, the feedback of who was
/// sent reports them, and when nobody is left of those who were sent, the station is to send again.
/// </summary>
internal static class HandleFollowing
{
    /// <summary>The case of a command to an incident, which its directives follow.</summary>
    public static UseCase Of(UseCase ofIncident) => ofIncident with
    {
        Streams = (own, command, states) => Streams(ofIncident.Streams?.Invoke(own, command, states) ?? [own], own, command, states),
        Decide = (own, command, states, context) => Follow(ofIncident.Decide(own, command, states, context), own, command, states, context),
    };

    private static IReadOnlyList<StreamId> Streams(IReadOnlyList<StreamId> streams, StreamId own, object command, StateSet states)
    {
        if (!states.Knows(own) || (IncidentState)states.All[own] is not { Directives.IsEmpty: false } incident)
            return streams;
        var followers = Touched(incident, command).Select(d => d.Stream).ToList();
        return followers.Count == 0 ? streams : [.. streams, .. followers];
    }

    private static Decision Follow(Decision decision, StreamId own, object command, StateSet states, DecisionContext context)
    {
        var incident = (IncidentState)states.All[own];
        if (decision.Refusal is not null || decision.Events.Count == 0 || incident.Directives.IsEmpty)
            return decision;
        var touched = Touched(incident, command).Select(states.Directive).Where(d => d is { Version: > 0, Open: true }).ToList();
        if (touched.Count == 0)
            return decision;
        var after = (IncidentState)(decision.After ?? states.After(decision.Events)).All[own];
        List<DecidedEvent> followed =
        [
            .. touched.SelectMany(d => HandleEffects.Of(d, incident, after, decision.Events, context)
                .Select(e => e with { Stream = d.Stream })),
        ];
        return followed.Count == 0
            ? decision
            : (decision with { Events = [.. decision.Events, .. followed] }).Complete(states, context).WithTwins(states, context);
    }

    // Those that the command may move, as far as the incident shows them.
    private static IEnumerable<DirectiveId> Touched(IncidentState incident, object command) => command switch
    {
        ReportProgress { Stage: AssignmentStage.Cleared or AssignmentStage.Declined or AssignmentStage.Cancelled } c =>
            SentWith(incident, c.UnitId),
        DivertUnit c => SentWith(incident, c.UnitId),
        GiveFeedback c => SentWith(incident, c.UnitId),
        ForAssignment c => Touched(incident, c.Command),
        GiveOwnFeedback or CloseIncident or OverrideClosing => OpenOnes(incident).Select(d => d.Id),
        _ => [],
    };

    private static IEnumerable<DirectiveId> SentWith(IncidentState incident, UnitId unit) => incident.Assignments
        .Where(a => a.UnitId == unit)
        .Select(a => a.DirectiveId)
        .OfType<DirectiveId>()
        .Distinct()
        .Where(id => OpenOnes(incident).Any(d => d.Id == id));

    private static IEnumerable<KeptDirective> OpenOnes(IncidentState incident) =>
        incident.Directives.Where(d => d is { IsHandle: true, Open: true });
}
