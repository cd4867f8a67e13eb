using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Units;

namespace Tocsin.Directives;

/// <summary>
/// A station sends units of its own on a <c>handle</c> 派出, by the rules of assignments: the directive, its incident and the units say so
/// in one append. It signs where nobody has.
/// </summary>
internal static class Sending
{
    /// <summary>The streams: the directive, its incident, and the units.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, SendOnDirective command, StateSet states) =>
        [.. DirectiveTwins.Streams(own, states), .. command.UnitIds.Distinct().Select(u => u.Stream)];

    public static Decision Decide(DirectiveState state, SendOnDirective command, StateSet states, DecisionContext context)
    {
        if (state is not { IsHandle: true, Open: true, IncidentId: { } incident })
            return Decision.Refuse(Refusals.WrongStage(state.Status, "Units are sent on a handle that is not over."));
        if (command.UnitIds.Select(states.Unit).Any(u => u.Version > 0 && u.Station != state.ToStation))
            return Decision.Refuse(Refusals.NotYours);
        var assigning = new AssignUnits(command.UnitIds, command.Mode, command.OccurredAt);
        var assigned = Assigning.Decide(states.Incident(incident), assigning, states, context);
        if (assigned.Refusal is not null)
            return assigned;
        var at = context.When(command.OccurredAt);
        List<UnitId> sent = [.. assigned.Events.Select(e => e.Event).OfType<UnitAssigned>().Select(e => e.UnitId)];
        var by = context.Actor.Subject;
        var signed = new DecidedEvent(state.Stream, new DirectiveSigned(by, Receipt: null, Late: false), at);
        return assigned with
        {
            Events =
            [
                .. state.Status == DirectiveStatus.Issued ? [signed] : Array.Empty<DecidedEvent>(),
                new DecidedEvent(state.Stream, new DirectiveSent(sent, by), at),
                .. assigned.Events.Select(e => On(state.Id, e)),
            ],
        };
    }

    private static DecidedEvent On(DirectiveId directive, DecidedEvent decided) =>
        decided.Event is UnitAssigned assigned ? decided with { Event = assigned with { DirectiveId = directive } } : decided;
}
