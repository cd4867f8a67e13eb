using System.Globalization;
using System.Text.RegularExpressions;
using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>Reads the two ways in which the source writes coordinates: <c>(lat, lon)</c> and <c>POINT (lon lat)</c>.</summary>
public static partial class PlaceText
{
    /// <summary>
    /// The point in <paramref name="text"/>; null when there is none, or none on earth (also 0, 0, which stands for "not known").
    /// </summary>
    public static PointView? Read(string text)
    {
        var pair = Pair().Match(text);
        if (pair.Success)
            return Point(pair.Groups["lat"].ValueSpan, pair.Groups["lon"].ValueSpan);
        var point = WellKnown().Match(text);
        return point.Success ? Point(point.Groups["lat"].ValueSpan, point.Groups["lon"].ValueSpan) : null;
    }

    private static PointView? Point(ReadOnlySpan<char> latText, ReadOnlySpan<char> lonText) =>
        double.TryParse(latText, NumberStyles.Float, CultureInfo.InvariantCulture, out var lat)
        && double.TryParse(lonText, NumberStyles.Float, CultureInfo.InvariantCulture, out var lon)
        && Math.Abs(lat) <= 90 && Math.Abs(lon) <= 180 && (lat, lon) != (0, 0)
            ? new PointView(lat, lon)
            : null;

    [GeneratedRegex(@"\(\s*(?<lat>[-+.\deE]+)\s*,\s*(?<lon>[-+.\deE]+)\s*\)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"POINT\s*\(\s*(?<lon>[-+.\deE]+)\s+(?<lat>[-+.\deE]+)\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex WellKnown();
}
