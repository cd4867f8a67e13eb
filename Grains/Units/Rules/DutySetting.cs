using System.Collections.Immutable;
using Tocsin.Deciding;
using Tocsin.Journal;

namespace Tocsin.Units;

/// <summary>
/// Puts a unit on or off duty, in or out of service. Off duty ends out-of-service and forgets the crew; what stands already is not
/// recorded.
/// </summary>
internal static class DutySetting
{
    public static Decision Decide(UnitState state, SetDuty command, DecisionContext context)
    {
        if (UnitEntry.Check(state, command.OccurredAt, context) is { } refusal)
            return Decision.Refuse(refusal);
        if (state.Retired && command.OnDuty)
            return Decision.Refuse(Refusals.Retired("The unit is retired."));
        var leaves = !command.OnDuty || command.OutOfService is not null;
        if (state.IncidentId is not null && leaves)
            return Decision.Refuse(Refusals.UnitBusy([Availability.Refusal(state)!]));
        return command.OnDuty ? On(state, command, context) : Off(state, command, context);
    }

    private static Decision On(UnitState state, SetDuty command, DecisionContext context)
    {
        var at = context.When(command.OccurredAt);
        var crew = command.Crew.Select(name => context.Digest(state.Stream, name)).ToImmutableArray();
        var manned = state.OnDuty && state.Crew.SequenceEqual(crew);
        var events = new List<DecidedEvent>(2);
        if (!manned)
            events.Add(new DecidedEvent(state.Stream, new DutyStarted(crew), at));
        if (command.OutOfService is { } reason && reason != state.OutOfService)
            events.Add(new DecidedEvent(state.Stream, new OutOfService(reason), at));
        if (command.OutOfService is null && state.OutOfService is not null)
            events.Add(new DecidedEvent(state.Stream, new BackInService(), at));
        return Decision.Do(events) with { Personal = manned ? [] : [CrewNames.Entry(state, command.Crew)] };
    }

    private static Decision Off(UnitState state, SetDuty command, DecisionContext context) => state.OnDuty
        ? Decision.Do(new DecidedEvent(state.Stream, new DutyEnded(), context.When(command.OccurredAt))) with
        {
            Personal = [new PersonalEntry(state.Stream, null)],
        }
        : Decision.Nothing;
}
