using Tocsin.Places;

namespace Tocsin.Recommending.Travel;

/// <summary>
/// The journeys of one unit out of its assignments. Where it was when it drove off the journal does not say (positions are telemetry): it
/// is taken to come from the place that it cleared a short while ago, else from home; where neither is known, or it was called off on the
/// way to another place, nothing is learned.
/// </summary>
internal static class Journeys
{
    /// <summary>The journeys, in order.</summary>
    /// <param name="stints">Its assignments, in no order.</param>
    /// <param name="home">Its home.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="zone">The centre's time zone.</param>
    public static IEnumerable<Journey> Of(IEnumerable<Stint> stints, GeoPoint? home, string kind, TimeZoneInfo zone)
    {
        Stint? before = null;
        foreach (var stint in stints.OrderBy(s => s.AssignedAt ?? s.EnRouteAt))
        {
            if (stint is { Place: { } to, EnRouteAt: { } start, OnSceneAt: { } end } && From(before, start, home) is { } from)
            {
                var seconds = (end - start).TotalSeconds;
                if (seconds is >= TravelLimits.SecondsMin and <= TravelLimits.SecondsMax)
                {
                    yield return new Journey(
                        new Leg(from, to, GreatCircle.Meters(from, to), kind, stint.Area, TimeZoneInfo.ConvertTime(start, zone).Hour),
                        seconds,
                        start);
                }
            }

            before = stint;
        }
    }

    /// <summary>Where a unit is at an instant, after its last assignment before it.</summary>
    public static GeoPoint? From(Stint? before, DateTimeOffset at, GeoPoint? home)
    {
        if (before is not { } last || last.ClearedAt < at - TravelLimits.StillThere)
            return home;
        return last is { ClearedAt: not null, OnSceneAt: not null } ? last.Place : null;
    }
}
