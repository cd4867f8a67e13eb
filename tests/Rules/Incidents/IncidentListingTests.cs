using Tocsin.Calls;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Places;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>By what lists find incidents and calls.</summary>
public class IncidentListingTests
{
    [Fact]
    public void An_incident_is_found_by_category_place_disposition_and_every_unit_that_was_on_it()
    {
        var centre = Ready();
        Done(centre.Do(A, new ChangeIncident(new("盗窃"), default, new(new Location(36.53, 113.05, null)), default)));
        Done(centre.Do(A, Assignment(One)));
        Done(centre.Do(A, Report(One, AssignmentStage.Declined)));
        Done(centre.Do(A, Assignment(Two)));
        var day = $"{centre.Now:yyyyMMdd}";
        Assert.Equal(
            [
                "station:south", $"unit:P1@{day}", "unit:P2",
                "category:盗窃", "cell:10:1265,2930", "cell:200:25306,58610", "had:P1", "had:P2",
            ],
            centre.State(A.Stream).Listing!.Keys);
        Done(centre.Do(A, Closure()));
        Assert.Equal(
            [
                $"unit:P1@{day}", $"unit:P2@{day}",
                "category:盗窃", "cell:10:1265,2930", "cell:200:25306,58610", "disposition:handled", "had:P1", "had:P2",
            ],
            centre.State(A.Stream).Listing!.Keys);
    }

    [Fact]
    public void A_long_station_or_category_is_a_key_like_any_other()
    {
        var (first, second) = (new string('x', 100), new string('x', 99) + "y");
        Assert.All(
            [IncidentListing.Station(first), IncidentListing.Category(first), IncidentListing.Disposition(first)],
            key => Assert.InRange(key.Length, 1, JournalLimits.ListKeyMaxLength));
        Assert.NotEqual(IncidentListing.Category(first), IncidentListing.Category(second));
    }

    [Fact]
    public void A_call_is_found_by_what_was_made_of_it_and_by_its_incident()
    {
        var centre = Ready();
        Done(centre.Do(Ring, new ReceiveCall("13800000000", "Line 7", null, null, null)));
        Assert.Equal([], centre.State(Ring.Stream).Listing!.Keys);
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Duplicate, A, null)));
        Assert.Equal(["disposition:duplicate", "incident:inc-a"], centre.State(Ring.Stream).Listing!.Keys);
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.FalseReport, null, null)));
        Assert.Equal(["disposition:falseReport"], centre.State(Ring.Stream).Listing!.Keys);
        Assert.DoesNotContain("138", centre.State(Ring.Stream).Listing!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_within_a_distance_lies_in_one_of_its_cells()
    {
        var random = new Random(11);
        double[] distances = [1, 80, 500, 1_900, 2_500, 10_000, 49_999, 50_000];
        GeoPoint[] centres =
        [
            new(36.53, 113.05), new(0, 0), new(0, 179.9999), new(51.5, -179.999), new(-33.9, 18.4), new(69.6, 18.9), new(78.2, 15.6),
        ];
        foreach (var centre in centres)
        {
            foreach (var meters in distances)
            {
                var cells = PlaceCells.Around(centre, meters);
                Assert.InRange(cells.Count, 1, PlaceCells.CellsMax);
                for (var i = 0; i < 300; i++)
                {
                    var place = At(centre, random.NextDouble() * 360, meters * (i % 3 == 0 ? 1 : random.NextDouble()));
                    if (GreatCircle.Meters(centre, place) <= meters)
                        Assert.Single(PlaceCells.Of(place), cells.Contains);
                }
            }
        }

        Assert.Empty(PlaceCells.Around(new GeoPoint(90, 0), 50_000));
    }

    // Where one arrives on a sphere.
    private static GeoPoint At(GeoPoint from, double bearing, double meters)
    {
        var (lat, lon) = (double.DegreesToRadians(from.Lat), double.DegreesToRadians(from.Lon));
        var (course, way) = (double.DegreesToRadians(bearing), meters / 6_371_008.8);
        var north = Math.Asin((Math.Sin(lat) * Math.Cos(way)) + (Math.Cos(lat) * Math.Sin(way) * Math.Cos(course)));
        var east = lon + Math.Atan2(
            Math.Sin(course) * Math.Sin(way) * Math.Cos(lat), Math.Cos(way) - (Math.Sin(lat) * Math.Sin(north)));
        return new GeoPoint(double.RadiansToDegrees(north), Math.IEEERemainder(double.RadiansToDegrees(east), 360));
    }
}
