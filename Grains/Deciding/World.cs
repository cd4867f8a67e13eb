using System.Collections.Immutable;
using Tocsin.Identity;

namespace Tocsin.Deciding;

/// <summary>
/// The states that a decision may look at: those of the streams whose gates the command holds. A stream that is not here has not been asked
/// for. Each feature adds a member that finds its own states by their id.
/// </summary>
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
}
