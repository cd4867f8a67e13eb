using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Tocsin.Tests.Load.Feed;

/// <summary>A server-sent event in a client's buffer, read without copying: a thousand clients read each of them.</summary>
public readonly ref struct FeedFrame
{
    private FeedFrame(long? id, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Id = id;
        Name = name;
        Data = data;
    }

    /// <summary>The position; null for what stands beside the journal.</summary>
    public long? Id { get; }

    /// <summary>The kind of event; empty when the frame only says up to where the client was told.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The JSON.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Takes the first whole frame off <paramref name="buffer"/>; false when there is none.</summary>
    /// <exception cref="FormatException">It is no server-sent event as the contract writes them.</exception>
    public static bool TryTake(ref ReadOnlySpan<byte> buffer, out FeedFrame frame)
    {
        frame = default;
        var end = buffer.IndexOf("\n\n"u8);
        if (end < 0)
            return false;
        var rest = buffer[..end];
        buffer = buffer[(end + 2)..];
        long? id = null;
        ReadOnlySpan<byte> name = default, data = default;
        while (!rest.IsEmpty)
        {
            var stop = rest.IndexOf((byte)'\n');
            var line = stop < 0 ? rest : rest[..stop];
            rest = stop < 0 ? default : rest[(stop + 1)..];
            if (line.StartsWith("data: "u8))
                data = line[6..];
            else if (line.StartsWith("event: "u8))
                name = line[7..];
            else if (line.StartsWith("id: "u8)
                && Utf8Parser.TryParse(line[4..], out long position, out var used)
                && used == line.Length - 4)
            {
                id = position;
            }
            else
                throw new FormatException($"'{Encoding.UTF8.GetString(line[..Math.Min(line.Length, 80)])}' is no line of a feed.");
        }

        frame = new FeedFrame(id, name, data);
        return true;
    }

    /// <summary>When the event was recorded.</summary>
    /// <exception cref="FormatException">It does not say.</exception>
    public DateTimeOffset RecordedAt()
    {
        var value = Data[(Data.IndexOf(RecordedAtName) + RecordedAtName.Length)..];
        value = value[..value.IndexOf((byte)'"')];
        Span<char> text = stackalloc char[40];
        if (Ascii.ToUtf16(value, text, out var length) != OperationStatus.Done)
            throw new FormatException("recordedAt is no time.");
        return DateTimeOffset.Parse(text[..length], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    /// <summary>
    /// A digest (64-bit FNV-1a) of what never changes of an event: its name, and its JSON up to the time of recording, which holds
    /// position, stream, version and kind. The view behind it may be newer for one client than for another.
    /// </summary>
    public ulong Digest()
    {
        var hash = 14_695_981_039_346_656_037;
        foreach (var b in Name)
            hash = (hash ^ b) * 1_099_511_628_211;
        var at = Data.IndexOf(RecordedAtName);
        foreach (var b in at < 0 ? Data : Data[..at])
            hash = (hash ^ b) * 1_099_511_628_211;
        return hash;
    }

    private static ReadOnlySpan<byte> RecordedAtName => "\"recordedAt\":\""u8;
}
