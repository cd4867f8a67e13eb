using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Stations;

namespace Tocsin.Retiring;

/// <summary>
/// A station is retired 撤并: its open incidents go to its successor, which must be at work itself. The class of their area stays: the place
/// has not moved, and no clock changes its limit.
/// </summary>
internal static class HandingOver
{
    private static readonly IncidentChanges Unchanged = new(null, null, null, null, null, null);

    /// <summary>The streams: the station, who takes over, and what is handed over.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, Retirement command, StateSet states)
    {
        var streams = command.Incidents.Select(i => i.Stream).Append(own);
        var heir = Heir(command, (StationState?)states.All.GetValueOrDefault(own));
        return [.. (heir is { } successor ? streams.Append(successor.Stream) : streams).Distinct()];
    }

    public static Decision Decide(StationState state, Retirement command, StateSet states, DecisionContext context)
    {
        var decision = StationRules.Retire(state, command.Command, command.Body, context);
        if (decision.Refusal is not null)
            return decision;
        var retired = command.Command.Retired ?? state.Retired;
        IReadOnlyList<IncidentState> open = retired ? [.. command.Incidents.Select(states.Incident).Where(i => IsOf(i, state))] : [];
        var heir = retired ? Heir(command, state) : null;
        if (Check(state, heir, open.Count > 0, states) is { } refusal)
            return Decision.Refuse(refusal);
        var moved = open.Select(i => new DecidedEvent(
            i.Stream, new IncidentChanged(Unchanged with { Station = new(i.Station, heir!.Value.Value) }), context.Now));
        return Decision.Do([.. command.Last ? decision.Events : [], .. moved]);
    }

    private static StationId? Heir(Retirement command, StationState? state) =>
        command.Command.Successor is { IsSet: true } given ? given.Value : state?.Successor;

    private static bool IsOf(IncidentState incident, StationState station) =>
        incident is { Version: > 0, Closed: false } && incident.Station == station.Id.Value;

    // A successor that stands already is judged again only where it is to take something over.
    private static Refusal? Check(StationState state, StationId? successor, bool takes, StateSet states)
    {
        if (successor is not { } heir)
            return takes ? Refusals.Invalid("successor", "Open incidents of the station need a successor.") : null;
        if (heir == state.Successor && !takes)
            return null;
        var taking = states.Station(heir);
        if (taking.Version == 0)
            return Refusals.UnknownReference("successor", $"There is no station {heir}.");
        if (takes && taking.Kind == StationKind.Body)
            return Refusals.Invalid("successor", $"{heir} is a body: no incident belongs to it.");
        return taking.Retired ? Refusals.Retired($"Station {heir} is retired itself.", "successor") : null;
    }
}
