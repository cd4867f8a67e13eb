using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Places;
using Tocsin.Stations;

namespace Tocsin.Incidents;

/// <summary>Changes fields, each by itself; only what differs is recorded.</summary>
internal static class Changing
{
    public static Decision Decide(IncidentState state, ChangeIncident command, StateSet states, DecisionContext context)
    {
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        if (command.Category is { IsSet: true, Value: null })
            return Decision.Refuse(Refusals.Invalid("category", "A category is needed."));
        var place = Changes.Of(state.Location, command.Location);
        if (place is not null && !state.Historic && PlaceRule.Check(place.To, command.Confirmed, context) is { } implausible)
            return Decision.Refuse(implausible);
        var named = command.Station.IsSet ? states.Station(command.Station.Value) : null;
        if (named is not null && Unfit(named) is { } refusal)
            return Decision.Refuse(refusal);

        // A place in words only says nothing about whose it is: the station stays.
        var moved = named is not null ? new Jurisdiction(named.Id.Value, named.AreaClass)
            : place is not null && !state.StationGiven ? context.Fact<Jurisdiction>()
            : null;
        var changes = new IncidentChanges(
            Changes.Of(state.Category, command.Category),
            Changes.Of(state.Priority, command.Priority),
            place,
            Changes.Of(state.Narrative, command.Narrative),
            moved is null ? null : Changes.Of(state.Station, moved.Station),
            moved is null ? null : Changes.Of(state.AreaClass, moved.AreaClass))
        {
            StationNamed = named is not null && named.Id.Value != state.Station,
            Reference = Changes.Of(state.Reference, command.Reference),
        };
        return changes == Unchanged
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new IncidentChanged(changes), context.Now));
    }

    private static Refusal? Unfit(StationState named) => StationReference.Check(named, "station")
        ?? (named.Kind == StationKind.Body
            ? Refusals.UnknownReference("station", $"{named.Id} is a body: no incident belongs to it.")
            : null);

    private static readonly IncidentChanges Unchanged = new(null, null, null, null, null, null);
}
