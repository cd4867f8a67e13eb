using System.Collections.Immutable;
using Tocsin.Identity;

namespace Tocsin.Deciding;

/// <summary>
/// The states that a decision may look at: those of the streams whose gates the command holds. A stream that is not here has not been asked
/// for. Each feature adds a member that finds its own states by their id.
/// </summary>
public sealed record StateSet(ImmutableDictionary<StreamId, IStreamState> All)
{
    /// <summary>Nothing known.</summary>
    public static StateSet Empty { get; } = new(ImmutableDictionary<StreamId, IStreamState>.Empty);

    /// <summary>Whether the stream's state is here.</summary>
    public bool Knows(StreamId stream) => All.ContainsKey(stream);

    /// <summary>The states with one more state, or a newer one.</summary>
    public StateSet With(IStreamState state) => new(All.SetItem(state.Stream, state));

    /// <summary>The states after an event.</summary>
    public StateSet After(DecidedEvent decided) => With(All[decided.Stream].Apply(decided.Event, decided.OccurredAt));

    /// <summary>The states after events, in their order.</summary>
    public StateSet After(IReadOnlyList<DecidedEvent> events)
    {
        var after = this;
        for (var i = 0; i < events.Count; i++)
            after = after.After(events[i]);
        return after;
    }
}
