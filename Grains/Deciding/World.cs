using System.Collections.Immutable;
using Tocsin.Calls;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Policies;
using Tocsin.RunCards;
using Tocsin.Stations;
using Tocsin.Units;

namespace Tocsin.Deciding;

/// <summary>The states that a decision may look at: those of the streams whose gates the command holds. A stream that is not here has not been asked for.</summary>
public sealed record World(ImmutableDictionary<StreamId, IStreamState> States)
{
    /// <summary>Nothing known.</summary>
    public static World Empty { get; } = new(ImmutableDictionary<StreamId, IStreamState>.Empty);

    /// <summary>Whether the stream's state is here.</summary>
    public bool Knows(StreamId stream) => States.ContainsKey(stream);

    /// <summary>The world with one more state, or a newer one.</summary>
    public World With(IStreamState state) => new(States.SetItem(state.Stream, state));

    /// <summary>The world after an event.</summary>
    public World After(Happening happening) => With(States[happening.Stream].Apply(happening.Event, happening.OccurredAt));

    /// <summary>An incident's state; version 0 when there is no such incident.</summary>
    public IncidentState Incident(IncidentId id) => (IncidentState)States[id.Stream];

    /// <summary>A unit's state; version 0 when there is no such unit.</summary>
    public UnitState Unit(UnitId id) => (UnitState)States[id.Stream];

    /// <summary>A call's state; version 0 when there is no such call.</summary>
    public CallState Call(CallId id) => (CallState)States[id.Stream];

    /// <summary>A station's state; version 0 when there is no such station.</summary>
    public StationState Station(StationId id) => (StationState)States[id.Stream];

    /// <summary>A timing policy's state; version 0 when nobody made it.</summary>
    public PolicyState Policy(PolicyId id) => (PolicyState)States[id.Stream];

    /// <summary>A run card's state; version 0 when nobody made it.</summary>
    public RunCardState RunCard(RunCardId id) => (RunCardState)States[id.Stream];
}
