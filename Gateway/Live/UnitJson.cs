using System.Text;
using Tocsin.Json;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>Puts a position into a unit's JSON without reading it.</summary>
internal static class UnitJson
{
    // As our own writer writes it. Inside a text its quotation marks would be escaped, so it stands where it belongs and nowhere else.
    private static readonly byte[] Empty = "\"position\":null"u8.ToArray();
    private static readonly byte[] Name = "\"position\":"u8.ToArray();

    /// <summary>The unit's JSON with this position.</summary>
    public static byte[] WithPosition(byte[] unit, PositionView position)
    {
        var at = unit.AsSpan().IndexOf(Empty);
        return at < 0 ? unit : [.. unit.AsSpan(0, at), .. Name, .. Encoding.UTF8.GetBytes(TocsinJson.Write(position)), .. unit.AsSpan(at + Empty.Length)];
    }
}
