using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Writing;

namespace Tocsin.Reading;

/// <summary>The events of one stream as a trail shows them.</summary>
internal static class TrailPage
{
    // A position has at most 19 digits, a hash 64 characters.
    private const int HeadMax = 40;
    private const int TailMax = 80;

    /// <summary>The events after a position.</summary>
    public static async Task<List<JournalEvent>> ReadAsync(IJournal journal, StreamId stream, JournalPosition after, int limit)
    {
        // Streams are read by version and trails go on by position: both grow together, so pass over what was seen.
        var found = new List<JournalEvent>(limit);
        var version = 0;
        while (found.Count < limit)
        {
            var page = await journal.ReadStreamAsync(stream, version, JournalLimits.EventsPerPage);
            found.AddRange(page.Where(e => e.Position > after).Take(limit - found.Count));
            if (page.Count < JournalLimits.EventsPerPage)
                break;
            version = page[^1].Version;
        }

        return found;
    }

    /// <summary>The event with its position and hash, round the very line that was hashed.</summary>
    public static string Event(JournalEvent happened) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"position\":{happened.Position},{happened.Line.AsSpan(1, happened.Line.Length - 2)}," +
        $"\"hash\":\"{Convert.ToHexStringLower(happened.Hash)}\"}}");

    /// <summary>The same in UTF-8.</summary>
    public static byte[] EventUtf8(JournalEvent happened)
    {
        Span<byte> head = stackalloc byte[HeadMax];
        Utf8.TryWrite(head, CultureInfo.InvariantCulture, $"{{\"position\":{happened.Position.Value},", out var headLength);
        Span<byte> tail = stackalloc byte[TailMax];
        "\"hash\":\""u8.CopyTo(tail[1..]);
        tail[0] = (byte)',';
        const int hash = 9;
        Convert.TryToHexStringLower(happened.Hash, tail[hash..], out var hashLength);
        "\"}"u8.CopyTo(tail[(hash + hashLength)..]);
        var tailLength = hash + hashLength + 2;

        var line = happened.Line.AsSpan(1, happened.Line.Length - 2);
        var text = new byte[headLength + Encoding.UTF8.GetByteCount(line) + tailLength];
        head[..headLength].CopyTo(text);
        Encoding.UTF8.GetBytes(line, text.AsSpan(headLength));
        tail[..tailLength].CopyTo(text.AsSpan(text.Length - tailLength));
        return text;
    }

    /// <summary>The event of a kind that this program does not know: which, where and when, without its actor and its data.</summary>
    public static string Bare(JournalEvent happened) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"position\":{happened.Position},\"stream\":{JsonSerializer.Serialize(happened.Stream.ToString())}," +
        $"\"version\":{happened.Version}," +
        $"\"kind\":{JsonSerializer.Serialize(happened.Kind)},\"occurredAt\":\"{EventLine.Time(happened.OccurredAt)}\"," +
        $"\"recordedAt\":\"{EventLine.Time(happened.RecordedAt)}\",\"actor\":null,\"commandId\":\"{happened.CommandId}\",\"data\":null," +
        $"\"hash\":\"{Convert.ToHexStringLower(happened.Hash)}\"}}");

    /// <summary>The line as text, so that anyone can check the chain with a SHA-256 and nothing else.</summary>
    public static string Row(JournalEvent happened) =>
        $"{{\"hash\":\"{Convert.ToHexStringLower(happened.Hash)}\",\"line\":{JsonSerializer.Serialize(happened.Line)}}}";
}
