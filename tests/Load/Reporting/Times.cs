using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Reporting;

/// <summary>Lines over the seconds of a run.</summary>
public static class Times
{
    /// <summary>The seconds, to the last sample.</summary>
    public static Axis Axis(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new Axis("seconds", 0, Math.Max(1, result.Samples.Select(s => s.At).DefaultIfEmpty(result.Seconds).Max()))
        {
            Label = v => v.ToString("0", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    /// <summary>What <paramref name="value"/> says of each sample.</summary>
    public static Series Of(string name, int look, IEnumerable<LoadSample> samples, Func<LoadSample, double> value) =>
        new(name, [.. samples.Select(s => (s.At, value(s)))]) { Look = look };
}
