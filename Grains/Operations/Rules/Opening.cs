using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Stations;

namespace Tocsin.Operations;

/// <summary>Opens an operation 合成作战 and issues its tasks: all of them, or nothing happens.</summary>
internal static class Opening
{
    /// <summary>The incident, the directives that are to be issued, and who is named.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, OpenOperation command, StateSet states) =>
    [
        .. command.Tasks.Select((_, place) => command.FirstDirective.InGroup(place).Stream)
            .Concat(command.Tasks.SelectMany(t => t.To).Select(to => to.Station?.Stream ?? to.Unit?.Stream).OfType<StreamId>())
            .Concat(command.Bodies.Select(b => b.Stream))
            .Concat(command.Lead is { } lead ? [lead.Stream] : [])
            .Prepend(own)
            .Distinct(),
    ];

    public static Decision Decide(IncidentState state, OpenOperation command, StateSet states, DecisionContext context)
    {
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        if (state.OperationStage == OperationStage.Open)
            return Decision.Refuse(Refusals.WrongStage(state.OperationStage, "The incident has an open operation."));
        var at = command.OccurredAt;
        IssueDirectives[] tasks =
            [.. command.Tasks.Select(t => t with { IncidentId = state.Id, CallId = null, Replaces = null, OccurredAt = at })];
        IReadOnlyList<StationId> bodies = [.. command.Bodies.Concat(tasks.Select(t => t.To[0].Station).OfType<StationId>()).Distinct()];
        if (Check(state, command, tasks, bodies, states, context) is { } refusal)
            return Decision.Refuse(refusal);
        var first = command.FirstDirective;
        var opened = new OperationOpened(
            command.Purpose, command.Lead, bodies, [.. tasks.Select((_, place) => first.InGroup(place))], context.Actor.Subject);
        return Decision.Do(
        [
            new DecidedEvent(state.Stream, opened, context.When(at)),
            .. tasks.Select((task, place) =>
                Issuing.Issued(first, place, task.To[0], task, states, IssueAffair.Of(task, states), context)),
            .. tasks.SelectMany((task, place) => Issuing.Attached(first.InGroup(place), task.To[0], task, states, context)),
        ]);
    }

    private static Refusal? Check(
        IncidentState state,
        OpenOperation command,
        IssueDirectives[] tasks,
        IReadOnlyList<StationId> bodies,
        StateSet states,
        DecisionContext context)
    {
        // The ids of all tasks follow from the first: one that stands was issued by another command.
        if (tasks.Where((_, place) => states.Directive(command.FirstDirective.InGroup(place)).Version > 0).Any())
            return new Refusal(RefusalCode.Conflict, "An id of a task is taken. Send it again with another key.");
        if (command.Lead is { } lead && StationReference.Check(states.Station(lead), "lead") is { } wrong)
            return wrong;
        if (Bodies.Check(command.Bodies, "bodies", states) is { } unknown)
            return unknown;
        if (bodies.Count > OperationLimits.BodiesMax)
            return Refusals.LimitReached("bodies", OperationLimits.BodiesMax);
        if (state.Directives.Count(d => d.Open) + tasks.Length > DirectiveLimits.OpenOfIncidentMax)
            return Refusals.LimitReached("open directives", DirectiveLimits.OpenOfIncidentMax);
        return tasks.Select((task, place) => Check(task, place, states, context)).FirstOrDefault(r => r is not null);
    }

    private static Refusal? Check(IssueDirectives task, int place, StateSet states, DecisionContext context)
    {
        var refusal = Issuing.Recipients(task, states)
            ?? IssueAffair.Of(task, states).Parties(task)
            ?? IssueNeeds.Check(task, states, context.When(task.OccurredAt));
        return refusal is null
            ? null
            : refusal with { Errors = [.. refusal.Errors.Select(e => e with { Field = FieldOf(e.Field, place) })] };
    }

    // A task has one recipient, and stands in a list itself.
    private static string FieldOf(string field, int place) => $"tasks[{place}].{field.Replace("to[0]", "to", StringComparison.Ordinal)}";
}
