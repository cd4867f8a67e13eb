using System.Text.Json;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Fleets;
using Tocsin.Tests.Load.Profiles;

namespace Tocsin.Tests.LoadTests.Fleets;

/// <summary>A load's own units: never two stories with one, and positions that are JSON of the right places.</summary>
public sealed class FleetTests
{
    [Fact]
    public void Whoever_is_taken_is_not_taken_again_until_given_back()
    {
        var fleet = Fleet(10);

        var offered = fleet.Take(2, ["LD-00007", "SOMEBODY-ELSE", "LD-00003"]);
        var others = fleet.Take(20, ["LD-00007"]);

        Assert.Equal(["LD-00007", "LD-00003"], offered.Select(u => u.Id));
        Assert.Equal(8, others.Count);
        Assert.Empty(others.Intersect(offered));
        Assert.Empty(fleet.Take(1, []));
        fleet.Return(offered);
        Assert.Equal(2, fleet.Free);
        Assert.Equal(offered.ToHashSet(), fleet.Take(5, []).ToHashSet());
    }

    [Fact]
    public void A_unit_drives_in_a_straight_line_and_stays_where_it_came_to()
    {
        var unit = new FleetUnit("LD-00001", new PointView(36.5, 113));

        unit.Drive(new PointView(36.6, 113.2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1_000));

        Assert.Equal((36.5, 113.0), unit.At(TimeSpan.FromSeconds(9)));
        var (lat, lon) = unit.At(TimeSpan.FromSeconds(260));
        Assert.Equal(36.525, lat, 6);
        Assert.Equal(113.05, lon, 6);
        Assert.Equal((36.6, 113.2), unit.At(TimeSpan.FromSeconds(1_010)));
    }

    [Fact]
    public void A_unit_drives_as_fast_as_a_car_however_little_time_its_story_leaves_it()
    {
        var unit = new FleetUnit("LD-00001", new PointView(36.5, 113));

        unit.Drive(new PointView(36.6, 113.2), TimeSpan.Zero, TimeSpan.FromSeconds(4));

        for (var second = 0; second < 700; second++)
        {
            var (from, to) = (unit.At(TimeSpan.FromSeconds(second)), unit.At(TimeSpan.FromSeconds(second + 1)));
            Assert.InRange(Region.Meters(from.Lat, from.Lon, to.Lat, to.Lon), 0, FleetUnit.SpeedMax + 0.1);
        }

        Assert.Equal((36.6, 113.2), unit.At(TimeSpan.FromSeconds(700)));
    }

    [Fact]
    public void A_batch_of_positions_is_json_that_says_where_every_unit_is_now()
    {
        var fleet = Fleet(PositionBatch.PositionsMax);
        var batch = new PositionBatch(fleet.Units);
        var bytes = new byte[batch.Length];
        var at = new DateTimeOffset(2026, 11, 24, 5, 0, 0, 123, TimeSpan.Zero);

        batch.Write(bytes, TimeSpan.Zero, at.AddSeconds(-1));
        fleet.Units[500].Drive(new PointView(36.123456, 113.000001), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        batch.Write(bytes, TimeSpan.FromHours(1), at);

        var told = JsonDocument.Parse(bytes).RootElement.EnumerateArray().ToList();
        Assert.Equal(fleet.Units.Select(u => u.Id), told.Select(t => t.GetProperty("unitId").GetString()));
        Assert.All(told, t => Assert.Equal(at, t.GetProperty("at").GetDateTimeOffset()));
        Assert.All(
            told.Zip(fleet.Units), p => Assert.Equal(p.Second.At(TimeSpan.FromHours(1)).Lat, p.First.GetProperty("lat").GetDouble(), 6));
        Assert.Equal(36.123456, told[500].GetProperty("lat").GetDouble());
        Assert.Equal(113.000001, told[500].GetProperty("lon").GetDouble());
    }

    [Fact]
    public void The_fleet_of_a_nation_is_whole_batches_and_larger_than_what_is_held()
    {
        var units = FleetSize.Of(Nation.Profile);

        Assert.Equal(0, units % PositionBatch.PositionsMax);
        Assert.InRange(units, 75 * 0.35 * 1.17 * FleetSize.HeldSeconds * 2, 10_000);
    }

    private static Fleet Fleet(int count)
    {
        var random = new Random(1);
        return new([.. Enumerable.Range(1, count).Select(n => new FleetUnit($"LD-{n:00000}", Region.Anywhere(random)))], 1);
    }
}
