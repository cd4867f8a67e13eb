using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Recording;

namespace Tocsin.Answers;

/// <summary>Writes answers whose JSON comes from the cluster as text: as UTF-8, directly into the connection's buffer.</summary>
internal static class AnswerWriter
{
    /// <summary>JSON.</summary>
    public const string Json = "application/json";

    /// <summary>One JSON value a line.</summary>
    public const string JsonLines = "application/x-ndjson";

    /// <summary>The header with the next cursor of a list of lines, which has no field for it.</summary>
    public const string NextHeader = "Tocsin-Next";

    /// <summary>The header with the position of an answer from memory, while the database is unavailable.</summary>
    public const string AsOfHeader = "Tocsin-As-Of";

    /// <summary>The header that names what is damaged and not on the page.</summary>
    public const string DamagedHeader = "Tocsin-Damaged";

    /// <summary>How many a header names at most.</summary>
    private const int DamagedMax = 20;

    /// <summary>Writes a thing.</summary>
    public static Task Write(HttpContext http, int status, string json)
    {
        Looked.At(http)?.Show(json);
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = Json;
        var length = Encoding.UTF8.GetByteCount(json);
        response.ContentLength = length;
        var writer = response.BodyWriter;
        Encoding.UTF8.GetBytes(json, writer);
        return writer.FlushAsync(http.RequestAborted).AsTask();
    }

    /// <summary>Writes a page of a list.</summary>
    public static Task WritePage(HttpContext http, IReadOnlyList<string> items, string? next)
    {
        Looked.At(http)?.Show(items);
        http.Response.ContentType = Json;
        var writer = http.Response.BodyWriter;
        writer.Write("{\"items\":["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                writer.Write(","u8);
            Encoding.UTF8.GetBytes(items[i], writer);
        }
        writer.Write("],\"next\":"u8);
        Encoding.UTF8.GetBytes(next is null ? "null" : $"\"{JsonEncodedText.Encode(next)}\"", writer);
        writer.Write("}"u8);
        return writer.FlushAsync(http.RequestAborted).AsTask();
    }

    /// <summary>Writes a page of a list, one item per line.</summary>
    public static Task WriteLines(HttpContext http, IReadOnlyList<string> items, string? next)
    {
        Looked.At(http)?.Show(items);
        http.Response.ContentType = JsonLines;
        if (next is not null)
            http.Response.Headers[NextHeader] = next;
        var writer = http.Response.BodyWriter;
        foreach (var item in items)
        {
            Encoding.UTF8.GetBytes(item, writer);
            writer.Write("\n"u8);
        }
        return writer.FlushAsync(http.RequestAborted).AsTask();
    }

    /// <summary>Marks an answer as valid for this reader only, and to be revalidated before each use.</summary>
    public static void MarkPrivate(HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = HeaderNames.Authorization;
    }

    /// <summary>Adds the position of an answer from memory, while the database is unavailable.</summary>
    public static void MarkAsOf(HttpContext http, JournalPosition? position)
    {
        if (position is { } asOf)
            http.Response.Headers[AsOfHeader] = asOf.ToString();
    }

    /// <summary>Names what is damaged and therefore not on a page, escaped as in an address; the first few of many.</summary>
    public static void MarkDamaged(HttpContext http, IReadOnlyList<StreamId>? damaged)
    {
        // A silo of the version before does not say.
        if (damaged is { Count: > 0 })
            http.Response.Headers[DamagedHeader] = string.Join(", ", damaged.Take(DamagedMax).Select(Escaped));

        static string Escaped(StreamId stream) =>
            Uri.EscapeDataString(stream.ToString()).Replace("%2F", "/", StringComparison.Ordinal);
    }

    /// <summary>Writes the number as the contract does.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
