using System.Buffers;
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
    // What stands around a line: a position of at most 19 digits, a hash of 64 characters, and the names of both.
    private const int AroundMax = 128;

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

    /// <summary>The event with its position and hash, round its line.</summary>
    public static string Event(JournalEvent happened) => Encoding.UTF8.GetString(EventUtf8(happened));

    /// <summary>The same in UTF-8.</summary>
    public static byte[] EventUtf8(JournalEvent happened)
    {
        var line = happened.Line.AsSpan(1, happened.Line.Length - 2);
        var room = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length) + AroundMax);
        try
        {
            Utf8.TryWrite(
                room,
                CultureInfo.InvariantCulture,
                $"{{\"position\":{happened.Position.Value},{line},\"hash\":\"{Convert.ToHexStringLower(happened.Hash)}\"}}",
                out var length);
            return room.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <summary>The event of a kind that this program does not know: which, where and when, without its actor and its data.</summary>
    public static string Bare(JournalEvent happened) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"position\":{happened.Position},\"stream\":{JsonSerializer.Serialize(happened.Stream.ToString())}," +
        $"\"version\":{happened.Version}," +
        $"\"kind\":{JsonSerializer.Serialize(happened.Kind)},\"occurredAt\":\"{EventLine.Time(happened.OccurredAt)}\"," +
        $"\"recordedAt\":\"{EventLine.Time(happened.RecordedAt)}\",\"actor\":null,\"commandId\":\"{happened.CommandId}\",\"data\":null," +
        $"\"hash\":\"{Convert.ToHexStringLower(happened.Hash)}\"}}");

    /// <summary>The line that was hashed as text, so that anyone can check the chain with a SHA-256 and nothing else.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="isErased">
    /// Whether its texts were enciphered after it was hashed, to be erased: it does not follow from the hash before.
    /// </param>
    public static string Row(JournalEvent happened, bool isErased) =>
        $"{{\"hash\":\"{Convert.ToHexStringLower(happened.Hash)}\",\"line\":{JsonSerializer.Serialize(happened.Hashed)}"
        + (isErased ? ",\"erased\":true}" : "}");
}
