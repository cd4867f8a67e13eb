using System.Text.Json;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.StreamKinds;

/// <summary>The kinds of streams that this program knows, by their definitions. Immutable.</summary>
internal sealed class StreamCatalogue
{
    private readonly StreamDefinition?[] _byNumber = new StreamDefinition?[byte.MaxValue + 1];

    /// <summary>Makes it; each kind has one definition.</summary>
    /// <exception cref="ArgumentException">A kind is defined twice.</exception>
    public StreamCatalogue(IEnumerable<StreamDefinition> definitions)
    {
        All = [.. definitions];
        foreach (var definition in All)
        {
            if (_byNumber[(byte)definition.Kind] is not null)
                throw new ArgumentException($"The kind {definition.Kind} is defined twice.", nameof(definitions));
            _byNumber[(byte)definition.Kind] = definition;
        }

        OnBoard = [.. All.Where(d => d.Board.OnBoard).Select(d => (short)d.Kind)];
        Numbers = [.. All.Select(d => (short)d.Kind)];
    }

    /// <summary>All definitions, in the order of registration.</summary>
    public IReadOnlyList<StreamDefinition> All { get; }

    /// <summary>The stored numbers of all known kinds.</summary>
    public short[] Numbers { get; }

    /// <summary>The stored numbers of the kinds of which open things stand on the board.</summary>
    public short[] OnBoard { get; }

    /// <summary>The definition of a stream's kind; null when this program does not know it.</summary>
    public StreamDefinition? Find(StreamId stream) => _byNumber[(byte)stream.Kind];

    /// <summary>The definition of a stream's kind.</summary>
    /// <exception cref="NewerVersionException">This program does not know the kind.</exception>
    public StreamDefinition Of(StreamId stream) => Find(stream) ?? throw NewerVersionException.OfKind(stream);

    /// <summary>Whether this program knows the kind of an event.</summary>
    public bool Knows(JournalEvent happened) => Find(happened.Stream)?.Events.Find(happened.Kind) is not null;

    /// <summary>The state of a stream before its first event.</summary>
    /// <exception cref="NewerVersionException">This program does not know the kind.</exception>
    public IStreamState Initial(StreamId stream) => Of(stream).Initial(stream.Id);

    /// <summary>Reads an event out of its line.</summary>
    /// <exception cref="NewerVersionException">A newer version of the program wrote it: this one must not guess.</exception>
    public object Decode(StreamId stream, string kind, string line)
    {
        using var document = JsonDocument.Parse(line);
        return Decode(stream, kind, document.RootElement);
    }

    /// <summary>Reads an event out of its line, parsed.</summary>
    /// <exception cref="NewerVersionException">A newer version of the program wrote it: this one must not guess.</exception>
    public object Decode(StreamId stream, string kind, JsonElement line)
    {
        var type = Of(stream).Events.Find(kind) ?? throw NewerVersionException.OfEvent(stream, kind);
        return line.GetProperty("data").Deserialize(TocsinJson.Options.GetTypeInfo(type))
            ?? throw new JsonException($"An event of {stream} has no data.");
    }

    /// <summary>A state after one more event, as it stands in the journal.</summary>
    /// <exception cref="NewerVersionException">A newer version of the program wrote the event.</exception>
    public IStreamState Apply(IStreamState state, JournalEvent happened) =>
        state.Apply(Decode(state.Stream, happened.Kind, happened.Line), happened.OccurredAt);
}
