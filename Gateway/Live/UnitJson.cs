using System.Text;
using Tocsin.Json;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>Puts a position, and how the unit reports, into a unit's JSON without reading it.</summary>
internal static class UnitJson
{
    /// <summary>The unit's JSON with this position.</summary>
    public static byte[] WithPosition(byte[] unit, PositionView position) => With(unit, "\"position\":"u8, TocsinJson.Write(position));

    /// <summary>The unit's JSON with how it reports.</summary>
    public static byte[] WithReporting(byte[] unit, UnitReporting reporting) => With(unit, "\"reporting\":"u8, TocsinJson.Write(reporting));

    // As TocsinJson writes an empty one. Inside a text the quotation marks would be escaped, so it is found at the property only.
    private static byte[] With(byte[] unit, ReadOnlySpan<byte> name, string value)
    {
        Span<byte> empty = stackalloc byte[name.Length + 4];
        name.CopyTo(empty);
        "null"u8.CopyTo(empty[name.Length..]);
        var at = unit.AsSpan().IndexOf(empty);
        return at < 0
            ? unit
            : [.. unit.AsSpan(0, at), .. name, .. Encoding.UTF8.GetBytes(value), .. unit.AsSpan(at + empty.Length)];
    }
}
