using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Fleets;
using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.Load.Days;

/// <summary>
/// Makes a day to live again of what the replay reads and plans of a file; only when things happened is divided by the speed.
/// </summary>
public static class DayReader
{
    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="UnusableFileException">It cannot be read, is not of the format, or holds no incident.</exception>
    public static RealDay Read(string path, TimeZoneInfo zone, double speed, DateTimeOffset now)
    {
        try
        {
            return Make(Planner.Plan(IncidentFile.Read(path, zone).Rows, now), speed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableFileException(e.Message);
        }
    }

    /// <summary>The day of a plan.</summary>
    public static RealDay Make(ReplayPlan plan, double speed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        if (plan.Incidents.Count == 0)
            throw new UnusableFileException("The file holds no incident that can be used.");
        var incidents = plan.Incidents.OrderBy(i => i.ReceivedAt).ThenBy(i => i.Index).ToList();
        var first = incidents[0].ReceivedAt;
        var points = incidents.Select(i => i.Place).Where(p => p?.Lat is not null && p.Lon is not null).ToList();
        var middle = points.Count == 0 ? null : new PointView(points.Average(p => p!.Lat!.Value), points.Average(p => p!.Lon!.Value));
        return new RealDay([.. incidents.Select(i => Make(i, first, middle, speed))]);
    }

    private static RealIncident Make(PlannedIncident incident, DateTimeOffset first, PointView? middle, double speed)
    {
        var from = incident.ReceivedAt;
        var last = incident.LastMomentBefore(DateTimeOffset.MaxValue);

        // Moments go forward whatever the file's clocks say: a live report cannot come before what it follows.
        return new RealIncident(
            (from - first) / speed,
            [.. incident.Calls.Skip(1).Select(c => After(c.ReceivedAt, from))],
            incident.Category,
            incident.Priority,
            Place(incident.Place, middle),
            [.. incident.Responses.Select(r => Response(r)).OrderBy(r => r.Sent)]);

        TimeSpan After(DateTimeOffset moment, DateTimeOffset least) => ((moment > least ? moment : least) - from) / speed;

        RealResponse Response(PlannedResponse response)
        {
            var times = response.Row.Times;
            var sent = response.DispatchAt > from ? response.DispatchAt : from;
            var enRoute = Later(times.Response, sent);
            var onScene = Later(times.OnScene, enRoute ?? sent);

            // One that was never made available stays until the last that is known of its incident.
            var over = Later(times.Available ?? last, onScene ?? enRoute ?? sent)!.Value;
            return new RealResponse(After(sent, from), Offset(enRoute), Offset(onScene), After(over, from));
        }

        TimeSpan? Offset(DateTimeOffset? moment) => moment is { } known ? After(known, from) : null;
    }

    private static DateTimeOffset? Later(DateTimeOffset? moment, DateTimeOffset least) =>
        moment is { } known && known < least ? least : moment;

    // As a whole, to the middle of the fleet's region: how far incidents are from one another stays.
    private static PointView Place(PlaceView? place, PointView? middle)
    {
        var centre = Region.Middle;
        return place is { Lat: { } lat, Lon: { } lon } && middle is not null
            ? Region.Within(centre.Lat + lat - middle.Lat, centre.Lon + lon - middle.Lon)
            : centre;
    }
}
