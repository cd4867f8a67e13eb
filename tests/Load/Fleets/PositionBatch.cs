using System.Globalization;
using System.Text;

namespace Tocsin.Tests.Load.Fleets;

/// <summary>
/// A batch of positions as bytes, written once; then only the digits change, in place: at 50,000 positions a second writing them anew would
/// cost more than everything else of this program.
/// </summary>
public sealed class PositionBatch
{
    /// <summary>The most positions of one batch (the contract's limit).</summary>
    public const int PositionsMax = 1_000;

    private const string Sample = "00.000000", LongSample = "000.000000", TimeSample = "2000-01-01T00:00:00.000Z";

    private readonly FleetUnit[] units;
    private readonly byte[] bytes;
    private readonly int[] offsets;
    private readonly int lat, lon, at;

    /// <summary>The batch of <paramref name="units"/>, whose ids are of one length.</summary>
    public PositionBatch(IReadOnlyList<FleetUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(units.Count, PositionsMax);
        this.units = [.. units];
        var text = new StringBuilder("[");
        offsets = new int[units.Count];
        for (var i = 0; i < offsets.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            offsets[i] = text.Length;
            text.Append(One(units[i].Id));
        }

        bytes = Encoding.ASCII.GetBytes(text.Append(']').ToString());
        var first = One(this.units[0].Id);
        lat = first.IndexOf("\"lat\":", StringComparison.Ordinal) + 6;
        lon = first.IndexOf("\"lon\":", StringComparison.Ordinal) + 6;
        at = first.IndexOf("\"at\":\"", StringComparison.Ordinal) + 6;
    }

    /// <summary>How many positions it has.</summary>
    public int Count => units.Length;

    /// <summary>How many bytes it has.</summary>
    public int Length => bytes.Length;

    /// <summary>Writes where the units are at <paramref name="now"/> into <paramref name="target"/>.</summary>
    /// <param name="target">At least <see cref="Length"/> bytes.</param>
    /// <param name="now">The moment on the load's agenda.</param>
    /// <param name="time">The same on the clock on the wall.</param>
    public void Write(Span<byte> target, TimeSpan now, DateTimeOffset time)
    {
        Span<byte> stamp = stackalloc byte[TimeSample.Length];
        time.UtcDateTime.TryFormat(stamp, out _, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        for (var i = 0; i < offsets.Length; i++)
        {
            var unit = bytes.AsSpan(offsets[i]);
            var (north, east) = units[i].At(now);
            Fixed(unit.Slice(lat, Sample.Length), north);
            Fixed(unit.Slice(lon, LongSample.Length), east);
            stamp.CopyTo(unit[at..]);
        }

        bytes.CopyTo(target);
    }

    private static string One(string id) =>
        $"{{\"unitId\":\"{id}\",\"lat\":{Sample},\"lon\":{LongSample},\"at\":\"{TimeSample}\",\"speed\":12.5,\"heading\":90}}";

    // Six decimals, as many digits before them as there is room for: the region is in the north-east of the world.
    private static void Fixed(Span<byte> target, double degrees)
    {
        var rest = (long)Math.Round(degrees * 1_000_000);
        for (var i = target.Length - 1; i >= 0; i--)
        {
            if (target[i] == (byte)'.')
                continue;
            target[i] = (byte)('0' + (rest % 10));
            rest /= 10;
        }
    }
}
