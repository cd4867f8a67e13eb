using Tocsin.Deciding;
using Tocsin.Incidents;

namespace Tocsin.Directives;

/// <summary>What an incident's own events come to for one of its open <c>handle</c> directives.</summary>
internal static class HandleEffects
{
    /// <summary>The events of the directive, in order.</summary>
    /// <param name="state">The directive, which is open.</param>
    /// <param name="before">The incident before its events.</param>
    /// <param name="after">The incident after them.</param>
    /// <param name="events">What was decided.</param>
    /// <param name="context">The facts.</param>
    public static IEnumerable<DecidedEvent> Of(
        DirectiveState state, IncidentState before, IncidentState after, IReadOnlyList<DecidedEvent> events, DecisionContext context)
    {
        var own = events.Where(e => e.Stream == before.Stream).ToList();
        var happened = own.Select(e => e.Event switch
        {
            FeedbackGiven given when IsReport(given, state, before) => Reported(state, given, context),
            IncidentClosed closed => [new DirectiveConcluded(closed.Disposition, Note: null, ConclusionCause.Closure)],
            UnitCleared or UnitDeclined or UnitCancelled or UnitDiverted when IsLeft(state, before, after) =>
                [new DirectiveUnattended(UnitOf((IncidentEvent)e.Event))],
            _ => (IReadOnlyList<DirectiveEvent>)[],
        });
        return own.Zip(happened).SelectMany(p => p.Second.Select(e => new DecidedEvent(state.Stream, e, p.First.OccurredAt)));
    }

    // The first word of who was sent, or of the station itself; a report that was given back is waited for again.
    private static bool IsReport(FeedbackGiven given, DirectiveState state, IncidentState incident)
    {
        if (state.Status == DirectiveStatus.Reported)
            return false;
        if (given.UnitId is not { } unit)
            return given.Station is { } station && station == state.ToStation;
        return incident.AssignmentOf(unit, given.Assignment) is >= 0 and var place && incident.Assignments[place].DirectiveId == state.Id;
    }

    // The text and the results stand on the incident, and count there.
    private static List<DirectiveEvent> Reported(DirectiveState state, FeedbackGiven given, DecisionContext context)
    {
        var by = context.Actor.Subject;
        List<DirectiveEvent> events = [];
        if (state.Status == DirectiveStatus.Issued)
            events.Add(new DirectiveSigned(by, Receipt: null, Late: false));
        events.Add(new DirectiveReported(
            given.Outcome,
            Narrative: null,
            new Dictionary<string, double>(),
            Final: true,
            NextAt: null,
            Place: null,
            Receipt: null,
            by,
            Late: false));
        if (state.AutoConclude)
            events.Add(new DirectiveConcluded(given.Outcome, Note: null, ConclusionCause.Report));
        return events;
    }

    private static bool IsLeft(DirectiveState state, IncidentState before, IncidentState after) =>
        state.Status != DirectiveStatus.Reported
        && before.Assignments.Any(a => a.DirectiveId == state.Id && a.Stage.IsActive())
        && !after.Assignments.Any(a => a.DirectiveId == state.Id && a.Stage.IsActive())
        && after is { Closed: false }
        && UnattendedRule.Since(after) is not null;

    private static Identity.UnitId UnitOf(IncidentEvent happened) => happened switch
    {
        UnitCleared e => e.UnitId,
        UnitDeclined e => e.UnitId,
        UnitCancelled e => e.UnitId,
        UnitDiverted e => e.UnitId,
        _ => default,
    };
}
