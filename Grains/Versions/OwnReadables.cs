using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.StreamKinds;

namespace Tocsin.Versions;

/// <summary>What this process reads. Alone, as a process that belongs to no cluster, it reads all that it writes.</summary>
internal sealed class OwnReadables(StreamCatalogue kinds) : IClusterReadables
{
    /// <summary>Stands among the kinds of events for signed seals, which a process of before cannot check.</summary>
    public const string SignedSeal = "seal/Signed";

    /// <summary>The kinds that this process reads, by their definitions, signed seals, and enciphered members.</summary>
    public Readables Value { get; } = new(kinds.All
        .SelectMany(d => d.Events.Forms.Select(f => (Name: Name(d.Kind, f.Key), f.Value)))
        .Append((Name: Ciphers.Readable, Value: EventFormAttribute.First))
        .Append((Name: SignedSeal, Value: EventFormAttribute.First))
        .ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));

    /// <inheritdoc/>
    public bool ReadsAll => true;

    /// <inheritdoc/>
    public ValueTask<Readables> CommonAsync() => new(Value);

    /// <inheritdoc/>
    public SiloAddress? FindReader(string name) => null;

    /// <summary>The name of a kind of event, as <see cref="Readables.Forms"/> has it.</summary>
    public static string Name(Identity.StreamKind stream, string kind) => string.Concat(new Identity.StreamId(stream, "").ToString(), kind);
}
