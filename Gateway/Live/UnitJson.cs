using System.Text;
using Tocsin.Json;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>Puts a position into a unit's JSON without reading it.</summary>
internal static class UnitJson
{
    // As TocsinJson writes it. Inside a text the quotation marks would be escaped, so it is found at the property only.
    private static readonly byte[] Empty = "\"position\":null"u8.ToArray();
    private static readonly byte[] Name = "\"position\":"u8.ToArray();

    /// <summary>The unit's JSON with this position.</summary>
    public static byte[] WithPosition(byte[] unit, PositionView position)
    {
        var at = unit.AsSpan().IndexOf(Empty);
        if (at < 0)
            return unit;
        var value = Encoding.UTF8.GetBytes(TocsinJson.Write(position));
        return [.. unit.AsSpan(0, at), .. Name, .. value, .. unit.AsSpan(at + Empty.Length)];
    }
}
