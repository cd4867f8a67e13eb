using Tocsin.Clocks;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Directives;

/// <summary>
/// The other side of what happens to a directive: the incident that it hangs on says in the same append that its status moved, and that it
/// came among what is late or left it.
/// </summary>
internal static class DirectiveTwins
{
    /// <summary>The directive, and the incident that it hangs on once the directive is known.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, StateSet states) =>
        states.Knows(own) && IncidentOf(own, states) is { } incident ? [own, incident] : [own];

    /// <summary>Those directives, and the incidents that they hang on, as far as they are known.</summary>
    public static IReadOnlyList<StreamId> Streams(IReadOnlyList<StreamId> directives, StateSet states) =>
        [.. directives.Concat(directives.Where(states.Knows).Select(d => IncidentOf(d, states)).OfType<StreamId>()).Distinct()];

    /// <summary>The decision with the other sides at its end. It is complete before.</summary>
    public static Decision WithTwins(this Decision decision, StateSet states, DecisionContext context)
    {
        if (decision.Refusal is not null || decision.Events.Count == 0)
            return decision;
        var after = decision.After ?? states.After(decision.Events);
        List<DecidedEvent> twins =
        [
            .. from stream in decision.Events.Select(e => e.Stream).Where(s => s.Kind == StreamKind.Directive).Distinct()
               let moved = Moved((DirectiveState)states.All[stream], (DirectiveState)after.All[stream])
               where moved is not null
               let last = Last(stream, decision.Events)
               let incident = ((DirectiveState)after.All[stream]).IncidentId!.Value.Stream
               select new DecidedEvent(incident, moved, last.OccurredAt).Noted(states, context),
        ];
        if (twins.Count == 0)
            return decision;
        var whole = decision with { Events = [.. decision.Events, .. twins], After = after.After(twins) };

        // The incident's clocks follow what stands for an assignment: what they said may be untrue now.
        return twins.Any(t => AttachedDirectives.ConcernsHandle((IncidentState)whole.After.All[t.Stream], (DirectiveMoved)t.Event))
            ? whole.Complete(states, context)
            : whole;
    }

    /// <summary>
    /// What the incident is told; null: nothing, since it hangs on none, was only issued, or did not move. One that is issued for long ago
    /// may be overdue from its first event on.
    /// </summary>
    public static DirectiveMoved? Moved(DirectiveState before, DirectiveState after)
    {
        if (after.IncidentId is null)
            return null;
        var isSame = before.Version == 0
            ? after.OverdueSince is null
            : (before.Status, IsLate(before), before.OverdueSince) == (after.Status, IsLate(after), after.OverdueSince);
        return isSame ? null : new DirectiveMoved(after.Id, after.Status, IsLate(after)) { OverdueSince = after.OverdueSince };
    }

    // What clocks say follows from what happened: that one's time counts.
    private static DecidedEvent Last(StreamId stream, IReadOnlyList<DecidedEvent> events)
    {
        var own = events.Where(e => e.Stream == stream).ToList();
        return own.FindLast(e => e.Event is not IClockEvent) is { Event: not null } happened ? happened : own[^1];
    }

    private static bool IsLate(DirectiveState state) => state.LateAt is not null;

    private static StreamId? IncidentOf(StreamId directive, StateSet states) =>
        ((DirectiveState)states.All[directive]).IncidentId?.Stream;
}
