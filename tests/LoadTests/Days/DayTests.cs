using Tocsin.Tests.Load.Days;
using Tocsin.Tests.Load.Fleets;
using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Days;

/// <summary>A real day to live again: what happened, when, so many times faster.</summary>
public sealed class DayTests
{
    private const string Ten = "01/01/2017 10:00:00 AM";
    private const string TenTwo = "01/01/2017 10:02:00 AM";
    private const string TenFive = "01/01/2017 10:05:00 AM";
    private const string TenTen = "01/01/2017 10:10:00 AM";

    private static readonly DateTimeOffset Now = new(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_incident_of_the_shipped_day_has_the_units_that_it_really_had()
    {
        var plan = Planner.Plan(ShippedDay.Read().Rows, Now);

        var day = DayReader.Make(plan, 60);

        Assert.Equal(539, day.Incidents.Count);
        Assert.Equal(1_166, day.Incidents.Sum(i => i.Responses.Count));
        Assert.Equal(plan.Incidents.Sum(i => i.Calls.Count), day.Calls);
        Assert.Equal(
            plan.Incidents.OrderBy(i => i.ReceivedAt).ThenBy(i => i.Index).Select(i => i.Responses.Count),
            day.Incidents.Select(i => i.Responses.Count));
        Assert.InRange(day.Lasts.TotalMinutes, 23, 24);
        Assert.InRange(day.UnitsAtOnce, 10, 120);
        Assert.True(day.UnitsNeeded < Fleet.UnitsMax && day.UnitsNeeded > day.UnitsAtOnce);
    }

    [Fact]
    public void Real_intervals_are_divided_by_the_speed()
    {
        var day = Day(
            10,
            SmallFile.Row("1", "E01", Ten, TenTwo, TenFive, TenTen, "01/01/2017 10:30:00 AM"),
            SmallFile.Row("2", "E02", TenTen, TenTen));

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(1)], day.Incidents.Select(i => i.At));
        var response = day.Incidents[0].Responses.Single();
        Assert.Equal(
            (12, 30, 60, 180),
            (
                response.Sent.TotalSeconds,
                response.EnRoute!.Value.TotalSeconds,
                response.OnScene!.Value.TotalSeconds,
                response.Over.TotalSeconds));
    }

    [Fact]
    public void A_unit_called_off_on_its_way_never_arrives_and_one_never_made_available_stays_to_the_end()
    {
        var responses = Day(1, SmallFile.Row("1", "E01", Ten, TenTwo, TenFive, "", TenTen), SmallFile.Row("1", "E02", Ten, TenTwo))
            .Incidents.Single()
            .Responses;

        Assert.All(responses, r => Assert.Null(r.OnScene));
        Assert.All(responses, r => Assert.Equal(600, r.Over.TotalSeconds));
    }

    [Fact]
    public void A_wrong_clock_sends_nobody_back_in_time()
    {
        var response = Day(1, SmallFile.Row("1", "E01", TenFive, Ten, TenTen, TenTwo, Ten)).Incidents.Single().Responses.Single();

        Assert.Equal(
            (0, 300, 300, 300),
            (
                response.Sent.TotalSeconds,
                response.EnRoute!.Value.TotalSeconds,
                response.OnScene!.Value.TotalSeconds,
                response.Over.TotalSeconds));
    }

    [Fact]
    public void Places_are_moved_as_a_whole_to_where_the_fleet_is()
    {
        var day = Day(
            1,
            SmallFile.Row("1", "E01", Ten, Ten),
            SmallFile.Row("2", "E02", Ten, Ten).Replace("37.79, -122.42", "37.80, -122.40", StringComparison.Ordinal));

        var (one, other) = (day.Incidents[0].Place, day.Incidents[1].Place);
        Assert.Equal((0.01, 0.02), (Math.Round(other.Lat - one.Lat, 6), Math.Round(other.Lon - one.Lon, 6)));
        Assert.Equal(Region.Middle.Lat, (one.Lat + other.Lat) / 2, 5);
    }

    private static RealDay Day(double speed, params string[] rows) => DayReader.Make(Planner.Plan(SmallFile.Read(rows).Rows, Now), speed);
}
