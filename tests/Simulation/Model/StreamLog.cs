using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Simulation;

/// <summary>One stream of the journal: its events, its board entry, and what its events come to.</summary>
internal sealed class StreamLog(StreamId stream)
{
    public StreamId Stream { get; } = stream;

    public List<JournalEvent> Events { get; } = [];

    public BoardEntry? Board { get; set; }

    public IStreamState State { get; private set; } = StreamStates.Initial(stream);

    public void Add(JournalEvent happened)
    {
        Events.Add(happened);
        State = Apply(State, happened);
    }

    /// <summary>The state as of a version, from the first event.</summary>
    public IStreamState At(int version) => Events.Take(version).Aggregate(StreamStates.Initial(Stream), Apply);

    private static IStreamState Apply(IStreamState state, JournalEvent happened) =>
        state.Apply(EventCodec.Decode(happened.Stream, happened.Kind, happened.Line), happened.OccurredAt);
}
