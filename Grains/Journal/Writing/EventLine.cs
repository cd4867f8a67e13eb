using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Journal.Writing;

/// <summary>
/// The line of an event: <c>{"stream","version","kind","occurredAt","recordedAt","actor","commandId","data"}</c>, stored exactly as it is
/// hashed. The recording time is known only inside the append, so the line is made in two parts, before and after it.
/// </summary>
public static class EventLine
{
    /// <summary>How times stand in a line and in every answer: UTC, milliseconds, <c>Z</c>.</summary>
    public const string TimeFormat = InstantConverter.Format;

    /// <summary>The hash before a stream's first event.</summary>
    public static ReadOnlySpan<byte> FirstHash => new byte[32];

    /// <summary>A time as it stands in a line.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The half before the time of recording.</summary>
    public static string Head(StreamId stream, int version, string kind, DateTimeOffset occurredAt) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"stream\":\"{stream}\",\"version\":{version},\"kind\":\"{kind}\",\"occurredAt\":\"{Time(occurredAt)}\",\"recordedAt\":\"");

    /// <summary>The half behind the time of recording, up to the data; the same for all events of one command.</summary>
    public static string TailStart(Actor actor, CommandId command) =>
        $"\",\"actor\":{{\"subject\":{Quote(actor.Subject)},\"role\":\"{actor.Role}\","
        + $"\"unitId\":{(actor.UnitId is { } unit ? $"\"{unit}\"" : "null")}}},\"commandId\":\"{command}\",\"data\":";

    /// <summary>The whole line.</summary>
    public static string Whole(in PreparedEvent prepared, DateTimeOffset recordedAt) =>
        string.Concat(prepared.Head, Time(recordedAt), prepared.Tail);

    /// <summary>The whole line before members of it were enciphered; null: none were.</summary>
    public static string? WholePlain(in PreparedEvent prepared, DateTimeOffset recordedAt) =>
        prepared.PlainTail is { } tail ? string.Concat(prepared.Head, Time(recordedAt), tail) : null;

    /// <summary>The hash of a line behind another: SHA-256(previous hash, UTF-8 of the line).</summary>
    public static byte[] Hash(ReadOnlySpan<byte> previous, string line)
    {
        var length = previous.Length + Encoding.UTF8.GetMaxByteCount(line.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            previous.CopyTo(rented);
            var count = previous.Length + Encoding.UTF8.GetBytes(line, rented.AsSpan(previous.Length));
            return SHA256.HashData(rented.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static string Quote(string text) =>
        string.Concat("\"", JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), "\"");
}
