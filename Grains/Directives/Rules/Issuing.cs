using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Stations;
using Tocsin.Units;

namespace Tocsin.Directives;

/// <summary>Issues directives 下达: one a recipient, all or none.</summary>
internal static class Issuing
{
    /// <summary>The refusal of a directive that would replace one that another has replaced.</summary>
    public static Refusal ReplacedBefore { get; } = Refusals.WrongStage(DirectiveStatus.Refused, "It was replaced before.");

    /// <summary>The streams that it touches or relies on.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, IssueDirectives command, StateSet states)
    {
        var first = DirectiveId.Of(own.Id);
        var streams = command.To.Select((_, i) => first.InGroup(i).Stream)
            .Concat(command.To.Select(to => to.Station?.Stream ?? to.Unit?.Stream).OfType<StreamId>());
        if (command.Replaces is { } replaced)
            streams = streams.Concat(DirectiveTwins.Streams(replaced.Stream, states));
        return [.. streams.Concat(IssueAffair.Streams(command, states)).Distinct()];
    }

    public static Decision Decide(DirectiveState state, IssueDirectives command, StateSet states, DecisionContext context)
    {
        if (state.Version > 0)
            return Decision.Nothing;

        // The ids of the others follow from the first: one that stands was never issued by another command.
        if (command.To.Where((_, place) => states.Directive(state.Id.InGroup(place)).Version > 0).Any())
            return Decision.Refuse(RefusalCode.Conflict, "An id of the group is taken. Send it again with another key.");
        var at = context.When(command.OccurredAt);
        var affair = IssueAffair.Of(command, states);
        var refusal = OccurredAtRule.Check(command.OccurredAt, context)
            ?? Instructing(command, context)
            ?? affair.Check(command, states, context)
            ?? Recipients(command, states)
            ?? affair.Parties(command)
            ?? IssueNeeds.Check(command, states, at)
            ?? Replacing(command, states, context.Actor);
        return refusal is not null
            ? Decision.Refuse(refusal)
            : Decision.Do(
            [
                .. command.To.Select((to, place) => Issued(state.Id, place, to, command, states, affair, context)),
                .. command.To.SelectMany((to, place) => Attached(state.Id.InGroup(place), to, command, states, context)),
                .. Replaced(state.Id, command, states, at),
            ]);
    }

    private static Refusal? Instructing(IssueDirectives command, DecisionContext context)
    {
        if (context.Actor.Role != Roles.Station)
            return null;
        return context.Fact<IssuingStation>() is { MayInstruct: true } && !DirectiveKinds.IsOfCentre(command.Kind)
            ? null
            : new Refusal(RefusalCode.Forbidden, "The station may not issue this.");
    }

    /// <summary>A refusal, or null when every recipient can get one.</summary>
    public static Refusal? Recipients(IssueDirectives command, StateSet states)
    {
        for (var i = 0; i < command.To.Count; i++)
        {
            if (command.To[i] is { Station: { } station } && states.All[station.Stream].Version == 0)
                return Refusals.UnknownReference($"to[{i}].station", $"There is no station {station}.");
            if (command.To[i] is { Station: { } named } && states.Station(named).Retired)
                return Refusals.UnknownReference($"to[{i}].station", $"Station {named} is retired.");
            if (command.To[i] is not { Unit: { } unit })
                continue;
            if (states.Unit(unit).Version == 0)
                return Refusals.UnknownReference($"to[{i}].unit", $"There is no unit {unit}.");
            if (states.Unit(unit).Retired)
                return Refusals.UnknownReference($"to[{i}].unit", $"Unit {unit} is retired.");
        }

        return null;
    }

    private static Refusal? Replacing(IssueDirectives command, StateSet states, Actor actor)
    {
        if (command.Replaces is not { } id)
            return null;
        var replaced = states.Directive(id);
        if (replaced.Version == 0)
            return Refusals.UnknownReference("replaces", "There is no such directive.");
        if (!DirectiveAccess.MayManage(replaced.From, actor))
            return Refusals.NotYours;
        if (replaced.ReplacedBy is not null)
            return ReplacedBefore;
        if ((replaced.IncidentId, replaced.CallId) != (command.IncidentId, command.CallId))
            return Refusals.WrongStage(replaced.Status, "A directive is replaced on the incident or call that it hangs on.");
        return replaced.Status == DirectiveStatus.Refused || replaced is { Status: DirectiveStatus.Signed, GivenBack: true }
            ? null
            : Refusals.WrongStage(replaced.Status, "Only a directive that was refused or returned is replaced.");
    }

    // One whose report was given back ends; one that was refused is over already.
    private static IEnumerable<DecidedEvent> Replaced(DirectiveId first, IssueDirectives command, StateSet states, DateTimeOffset at)
    {
        if (command.Replaces is not { } id)
            yield break;
        DirectiveEvent happened = states.Directive(id).Open
            ? new DirectiveWithdrawn("It is replaced.", first)
            : new DirectiveReplaced(first);
        yield return new DecidedEvent(id.Stream, happened, at);
    }

    /// <summary>The other side of the issue, on the incident or call; nothing where it hangs on none.</summary>
    public static IEnumerable<DecidedEvent> Attached(
        DirectiveId id, DirectiveTo to, IssueDirectives command, StateSet states, DecisionContext context)
    {
        var at = context.When(command.OccurredAt);
        if (command.IncidentId is { } incident)
        {
            var attached = new Incidents.DirectiveAttached(id, command.Kind, to, StationOf(to, states)) { By = context.Actor.Subject };
            yield return new(incident.Stream, attached, at);
        }


        if (command.CallId is { } call)
            yield return new(call.Stream, new Calls.DirectiveAttached(id, command.Kind, to, StationOf(to, states)), at);
    }

    private static string? StationOf(DirectiveTo to, StateSet states) =>
        to.Unit is { } unit ? states.Unit(unit).Station : to.Station?.Value;

    /// <summary>The issue of one directive of a group, by its place there.</summary>
    public static DecidedEvent Issued(
        DirectiveId first,
        int place,
        DirectiveTo to,
        IssueDirectives command,
        StateSet states,
        IssueAffair affair,
        DecisionContext context)
    {
        var timing = affair.Incident is { } incident ? incident.Timing : context.Timing;
        var rows = timing?.OfDirectives(command.Kind);
        var at = context.When(command.OccurredAt);
        var actor = context.Actor;
        var issued = new DirectiveIssued(
            DirectiveNumbers.After(context.Number, place),
            first,
            command.Kind,
            to,
            StationOf(to, states),
            new DirectiveFrom(actor.Subject, actor.Role, actor.Station),
            command.Text,
            command.IncidentId,
            command.CallId,
            DeploymentId: null,
            PostId: null,
            command.Place,
            command.Parties,
            command.Equipment,
            Cautions: [],
            command.Fields,
            command.Kind == DirectiveKinds.Handle ? HandleLimits.Of(command.Limits, rows) : command.Limits,
            OccurredAtRule.Cut(command.ValidUntil),
            OccurredAtRule.Cut(command.NextAt),
            command.AutoConclude,
            command.Shared,
            command.Replaces,
            affair.Exercise,
            Historic: context.Now - at > context.HistoricAfter)
        {
            Timing = rows is { Limits.Count: > 0 } ? rows : null,
            Escalation = timing?.Escalation ?? EscalationPlan.Default,
            External = to.Station is { } body && states.Station(body).External,
        };
        return new DecidedEvent(first.InGroup(place).Stream, issued, at);
    }
}
