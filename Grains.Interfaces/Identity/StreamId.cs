using System.Diagnostics.CodeAnalysis;

namespace Tocsin.Identity;

/// <summary>
/// The name of one stream of events: what it is about, and which one. Written <c>incident/ID</c>, <c>unit/ID</c>, <c>call/ID</c>.
/// </summary>
/// <param name="Kind">The kind of thing that the stream is about.</param>
/// <param name="Id">Which one; see <see cref="EntityIdRule"/>. Of a kind that this program does not know: the stream's whole name.</param>
[GenerateSerializer, Immutable, Alias("tocsin.StreamId")]
public readonly record struct StreamId([property: Id(0)] StreamKind Kind, [property: Id(1)] string Id) : IComparable<StreamId>
{
    /// <summary>How many buckets the streams fall into, for the watch.</summary>
    public const int BucketCount = 256;

    /// <summary>The stream's bucket, 0 to 255: the first byte of FNV-1a over its name; the same on every machine for ever.</summary>
    public byte Bucket
    {
        get
        {
            var hash = 2166136261u;
            foreach (var c in ToString())
                hash = (hash ^ c) * 16777619u;
            return (byte)(hash ^ (hash >> 8) ^ (hash >> 16) ^ (hash >> 24));
        }
    }

    /// <summary>Whether this program knows the kind. What it does not know it carries: it neither folds nor writes it.</summary>
    public bool IsKnown => Kind is not (StreamKind.None or StreamKind.Unknown);

    /// <summary>
    /// The order in which gates are taken, everywhere the same: by the kind's gate number (see <see cref="StreamKind"/>), then by id.
    /// </summary>
    public int CompareTo(StreamId other)
    {
        // Two kinds may share a place in the order of gates; then their numbers decide, so that two streams never compare as one.
        var byGate = Kind == other.Kind ? 0 : StreamWords.Gate(Kind).CompareTo(StreamWords.Gate(other.Kind));
        var byKind = byGate != 0 ? byGate : Kind.CompareTo(other.Kind);
        return byKind != 0 ? byKind : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Reads the name of a stream of a known kind, as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StreamId stream)
    {
        stream = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0)
            return false;
        var kind = StreamWords.KindOf(text!.AsSpan(0, slash));
        var id = text![(slash + 1)..];
        if (kind == StreamKind.None || !EntityIdRule.IsValid(id))
            return false;
        stream = new StreamId(kind, id);
        return true;
    }

    /// <summary>Reads the name of a stream of a known kind, as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It is not such a name.</exception>
    public static StreamId Parse(string text) =>
        TryParse(text, out var stream) ? stream : throw new FormatException($"'{text}' is not the name of a stream.");

    /// <summary>
    /// Reads a stored name. Never throws: a name whose kind this program does not know, or that is damaged, becomes a stream of the kind
    /// <see cref="StreamKind.Unknown"/> which keeps the whole name.
    /// </summary>
    public static StreamId OfRow(string text) => TryParse(text, out var stream) ? stream : new StreamId(StreamKind.Unknown, text);

    /// <inheritdoc/>
    public override string ToString() => string.Concat(StreamWords.Prefix(Kind), Id);

    /// <summary>Whether this comes before <paramref name="right"/> in the order of gates.</summary>
    public static bool operator <(StreamId left, StreamId right) => left.CompareTo(right) < 0;

    /// <summary>Whether this comes after <paramref name="right"/> in the order of gates.</summary>
    public static bool operator >(StreamId left, StreamId right) => left.CompareTo(right) > 0;

    /// <summary>Whether this does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(StreamId left, StreamId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether this does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(StreamId left, StreamId right) => left.CompareTo(right) >= 0;
}
