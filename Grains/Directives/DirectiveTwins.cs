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
               let last = decision.Events.Last(e => e.Stream == stream)
               let incident = ((DirectiveState)after.All[stream]).IncidentId!.Value.Stream
               select new DecidedEvent(incident, moved, last.OccurredAt).Noted(states, context),
        ];
        return twins.Count == 0
            ? decision
            : decision with { Events = [.. decision.Events, .. twins], After = after.After(twins) };
    }

    /// <summary>What the incident is told; null: nothing, since it hangs on none, was only issued, or did not move.</summary>
    public static DirectiveMoved? Moved(DirectiveState before, DirectiveState after) =>
        after.IncidentId is null || before.Version == 0 || (before.Status, IsLate(before)) == (after.Status, IsLate(after))
            ? null
            : new DirectiveMoved(after.Id, after.Status, IsLate(after));

    private static bool IsLate(DirectiveState state) => state.LateAt is not null;

    private static StreamId? IncidentOf(StreamId directive, StateSet states) =>
        ((DirectiveState)states.All[directive]).IncidentId?.Stream;
}
