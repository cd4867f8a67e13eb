using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Reading;

/// <summary>The cursor of a list: where a page ended, in a form that nobody is tempted to make by hand.</summary>
internal static class Cursor
{
    /// <summary>The longest cursor, in characters.</summary>
    private const int MaxLength = 200;

    /// <summary>The cursor behind a thing in a list by receipt.</summary>
    public static string Write(DateTimeOffset receivedAt, string id) =>
        Encode(string.Create(CultureInfo.InvariantCulture, $"{receivedAt.ToUnixTimeMilliseconds()} {id}"));

    /// <summary>The cursor behind a thing in a list by id.</summary>
    public static string WriteId(string id) => Encode(id);

    /// <summary>Reads what <see cref="Write"/> wrote; no cursor is the list's beginning.</summary>
    public static bool TryRead(string? cursor, out (DateTimeOffset ReceivedAt, string Id)? after)
    {
        after = null;
        return cursor is null || (Decode(cursor)?.Split(' ') is [var ms, var id] && TryPlace(ms, id, out after));
    }

    /// <summary>Reads the two parts of a place in a list: milliseconds since 1970, and an id.</summary>
    public static bool TryPlace(string ms, string id, out (DateTimeOffset ReceivedAt, string Id)? after)
    {
        after = null;
        if (!EntityIdRule.IsValid(id)
            || !long.TryParse(ms, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unix)
            || unix is < 0 or > 253_402_300_799_999)
        {
            return false;
        }

        after = (DateTimeOffset.FromUnixTimeMilliseconds(unix), id);
        return true;
    }

    /// <summary>Reads what <see cref="WriteId"/> wrote; no cursor is the list's beginning.</summary>
    public static bool TryReadId(string? cursor, out string? after)
    {
        after = cursor is null ? null : Decode(cursor);
        return cursor is null || EntityIdRule.IsValid(after);
    }

    /// <summary>The cursor behind a thing in a list whose order has more to it; no part holds a space.</summary>
    public static string WriteParts(params ReadOnlySpan<string?> parts) => Encode(string.Join(' ', parts));

    /// <summary>Reads what <see cref="WriteParts"/> wrote; null when it is not such a cursor.</summary>
    public static string[]? ReadParts(string cursor) => Decode(cursor)?.Split(' ');

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string? Decode(string cursor)
    {
        if (cursor.Length is 0 or > MaxLength || !Base64Url.IsValid(cursor))
            return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
    }

    /// <summary>The answer to a cursor that is not one of the list.</summary>
    public static ThingPage Refused() => new(
        new Refusal(RefusalCode.Invalid, "The cursor is not one of this list.")
        {
            Errors = [new FieldError("cursor", "malformed", "Not a cursor of this list.")],
        },
        [],
        null);
}
