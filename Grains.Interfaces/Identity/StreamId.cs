using System.Diagnostics.CodeAnalysis;

namespace Tocsin.Identity;

/// <summary>The name of one stream of events: what it is about, and which one. Written <c>incident/ID</c>, <c>unit/ID</c>, <c>call/ID</c>.</summary>
/// <param name="Kind">What the stream is about.</param>
/// <param name="Id">Which one; see <see cref="EntityIdRule"/>.</param>
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

    /// <summary>The order in which gates are taken, everywhere the same: calls, then incidents, then units, then by id.</summary>
    public int CompareTo(StreamId other)
    {
        var byKind = Rank(Kind).CompareTo(Rank(other.Kind));
        return byKind != 0 ? byKind : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Reads a name as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StreamId stream)
    {
        stream = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0)
            return false;
        var kind = text!.AsSpan(0, slash) switch
        {
            "incident" => StreamKind.Incident,
            "unit" => StreamKind.Unit,
            "call" => StreamKind.Call,
            "station" => StreamKind.Station,
            "policy" => StreamKind.Policy,
            "setting" => StreamKind.Setting,
            "runCard" => StreamKind.RunCard,
            _ => StreamKind.None,
        };
        var id = text![(slash + 1)..];
        if (kind == StreamKind.None || !EntityIdRule.IsValid(id))
            return false;
        stream = new StreamId(kind, id);
        return true;
    }

    /// <summary>Reads a name as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It is not the name of a stream.</exception>
    public static StreamId Parse(string text) =>
        TryParse(text, out var stream) ? stream : throw new FormatException($"'{text}' is not the name of a stream.");

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        StreamKind.Incident => "incident/" + Id,
        StreamKind.Unit => "unit/" + Id,
        StreamKind.Call => "call/" + Id,
        StreamKind.Station => "station/" + Id,
        StreamKind.Policy => "policy/" + Id,
        StreamKind.Setting => "setting/" + Id,
        StreamKind.RunCard => "runCard/" + Id,
        _ => "",
    };

    /// <summary>Whether this comes before <paramref name="right"/> in the order of gates.</summary>
    public static bool operator <(StreamId left, StreamId right) => left.CompareTo(right) < 0;

    /// <summary>Whether this comes after <paramref name="right"/> in the order of gates.</summary>
    public static bool operator >(StreamId left, StreamId right) => left.CompareTo(right) > 0;

    /// <summary>Whether this does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(StreamId left, StreamId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether this does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(StreamId left, StreamId right) => left.CompareTo(right) >= 0;

    private static int Rank(StreamKind kind) => kind switch
    {
        StreamKind.Call => 0,
        StreamKind.Incident => 1,
        StreamKind.Unit => 2,
        StreamKind.Station => 3,
        StreamKind.Setting => 4,
        _ => 5,
    };
}
