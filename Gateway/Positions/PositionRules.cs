using Tocsin.Places;
using Tocsin.Settings;

namespace Tocsin.Positions;

/// <summary>
/// Whether a row of positions is believed. Positions are hearsay: devices report the point 0, 0 while they search, places of a second ago
/// on another continent, and times of another year. Pure; the first of these that fits decides:
/// <list type="number">
/// <item><c>invalid</c>: the row names no unit.</item>
/// <item><c>notYours</c>: a unit reports for another one.</item>
/// <item><c>unknownReference</c>: the unit is not registered.</item>
/// <item><c>invalid</c>: <c>at</c>, <c>lat</c> or <c>lon</c> is missing or of a wrong type.</item>
/// <item><c>outOfRange</c>: the place is outside the earth.</item>
/// <item><c>noFix</c>: the device says so, or reports exactly 0, 0.</item>
/// <item><c>occurredAtInFuture</c>: more than <see cref="AheadMax"/> ahead; up to there the time is taken as now.</item>
/// <item><c>outdated</c>: older than <see cref="PositionLimits.MaxAge"/>. It goes to the track, and does not move the unit.</item>
/// <item><c>implausible</c>: faster than <see cref="PositionLimits.MaxSpeed"/> away from the last good fix, where that is less than
/// <see cref="ComparedWithin"/> older. A second, later one that agrees with it makes both good.</item>
/// </list>
/// </summary>
internal static class PositionRules
{
    /// <summary>How far a device's clock may be ahead: 5 min. Beyond it, the clock is wrong and not merely fast.</summary>
    public static readonly TimeSpan AheadMax = TimeSpan.FromMinutes(5);

    /// <summary>A fix is compared with one that is less than this older: 10 min. After a longer silence a unit may be anywhere.</summary>
    public static readonly TimeSpan ComparedWithin = TimeSpan.FromMinutes(10);

    /// <summary>The least time between two fixes that counts, 1 s: many devices send whole seconds.</summary>
    private static readonly TimeSpan ShortestStep = TimeSpan.FromSeconds(1);

    // A little more than a degree of latitude has; no degree of longitude has more.
    private const double MetersPerDegreeMax = 111_700;

    /// <summary>Whether a place can be a fix: exactly 0, 0 is what a device sends that has none.</summary>
    public static bool IsFix(double lat, double lon) => lat != 0 || lon != 0;

    /// <summary>Why the row's unit cannot be judged at all; null: it can.</summary>
    /// <param name="row">The row.</param>
    /// <param name="self">The unit that reports; null: somebody who reports for all.</param>
    /// <param name="isStranger">Whether the unit is not registered.</param>
    public static string? JudgeUnit(PositionRow row, string? self, bool isStranger) => row switch
    {
        { HasUnit: false } => PositionCodes.Invalid,
        _ when self is not null && self != row.UnitId => PositionCodes.NotYours,
        _ when isStranger => PositionCodes.UnknownReference,
        _ => null,
    };

    /// <summary>Judges a row of a registered unit.</summary>
    /// <param name="row">The row.</param>
    /// <param name="good">The unit's newest good fix; null: none is known.</param>
    /// <param name="odd">Its newest implausible fix after that; null: none.</param>
    /// <param name="now">The present time, in whole milliseconds.</param>
    /// <param name="limits">By what is judged.</param>
    public static PositionVerdict Judge(
        PositionRow row, PositionReport? good, PositionReport? odd, DateTimeOffset now, PositionLimits limits)
    {
        if (row is not { At: { } at, Lat: { } lat, Lon: { } lon })
            return new(PositionCodes.Invalid, null);
        if (!(Math.Abs(lat) <= 90) || !(Math.Abs(lon) <= 180))
            return new(PositionCodes.OutOfRange, null);
        if (row.HasNoFix || !IsFix(lat, lon))
            return new(PositionCodes.NoFix, null);
        if (at - now > AheadMax)
            return new(PositionCodes.OccurredAtInFuture, null);
        var report = Report(row, lat, lon, at, good, now);
        if (now - at > limits.MaxAge)
            return new(PositionCodes.Outdated, report);
        if (IsPlausible(good, report, limits.MaxSpeed))
            return new(null, report);
        return odd is not null && Agrees(odd, report, limits.MaxSpeed)
            ? new(null, report) { ClearsOdd = true }
            : new(PositionCodes.Implausible, report);
    }

    // A time ahead is taken as now; the next one of a fast clock is still the newer of the two.
    private static PositionReport Report(
        PositionRow row, double lat, double lon, DateTimeOffset at, PositionReport? good, DateTimeOffset now)
    {
        var ahead = at > now ? at - now : TimeSpan.Zero;
        var taken = at > now ? now : at;
        if (ahead > TimeSpan.Zero && good is not null && good.At >= taken && ahead > good.Ahead)
            taken = good.At + TimeSpan.FromMilliseconds(1);
        return new PositionReport(row.UnitId!, lat, lon, taken, row.Speed, row.Heading, row.Accuracy, row.Source, now, ahead);
    }

    // One that is older than the newest does not move the unit, and is not compared with it.
    private static bool IsPlausible(PositionReport? good, PositionReport report, double maxSpeed) =>
        good is null || report.At <= good.At || report.At - good.At >= ComparedWithin || IsReached(good, report, maxSpeed);

    // The same fix, sent again, is no second one.
    private static bool Agrees(PositionReport odd, PositionReport report, double maxSpeed) =>
        report.At > odd.At && report.At - odd.At < ComparedWithin && IsReached(odd, report, maxSpeed);

    private static bool IsReached(PositionReport from, PositionReport to, double maxSpeed)
    {
        // Fixes of a fast clock that came together were all taken as now: the device's own clock says what lies between them.
        var taken = to.At - from.At;
        var measured = taken + (to.Ahead - from.Ahead);
        var step = taken > measured ? taken : measured;
        var reach = maxSpeed * (step > ShortestStep ? step : ShortestStep).TotalSeconds;

        // Nearly always it is near enough without the sphere.
        return MetersPerDegreeMax * (Math.Abs(to.Lat - from.Lat) + Math.Abs(to.Lon - from.Lon)) <= reach
            || GreatCircle.Meters(new GeoPoint(from.Lat, from.Lon), new GeoPoint(to.Lat, to.Lon)) <= reach;
    }
}
