using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Simulation;

/// <summary>One stream of the journal: its events, its board entry, and what its events come to.</summary>
internal sealed class StreamLog(StreamId stream)
{
    public StreamId Stream { get; } = stream;

    public List<JournalEvent> Events { get; } = [];

    public BoardEntry? Board { get; set; }

    public IStreamState State { get; private set; } = StreamDefinitions.Catalogue.Initial(stream);

    public void Add(JournalEvent happened)
    {
        Events.Add(happened);
        State = Apply(State, happened);
    }

    /// <summary>The state as of a version, from the first event.</summary>
    public IStreamState At(int version) => Events.Take(version).Aggregate(StreamDefinitions.Catalogue.Initial(Stream), Apply);

    private static IStreamState Apply(IStreamState state, JournalEvent happened) => StreamDefinitions.Catalogue.Apply(state, happened);
}
