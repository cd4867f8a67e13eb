using System.Globalization;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Stations;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.Stations;

public sealed class JurisdictionTests : IAsyncLifetime
{
    private TestCentre _centre = null!;

    public async ValueTask InitializeAsync()
    {
        _centre = await TestCentre.StartAsync();
        await RegisterAsync("county", AreaClass.Countryside, new GeoPoint(40, 100), Square(0, 0, 10));
        await RegisterAsync("town", AreaClass.City, new GeoPoint(41, 101), Square(4, 4, 2));
        await RegisterAsync("far", AreaClass.Outskirts, new GeoPoint(20, 20), null);
    }

    public ValueTask DisposeAsync() => _centre.DisposeAsync();

    [Fact]
    public async Task The_smallest_area_that_holds_the_place_has_it() =>
        Assert.Equal(("town", AreaClass.City), await OfAsync(new GeoPoint(5, 5)));

    [Fact]
    public async Task A_place_in_one_area_belongs_to_it() =>
        Assert.Equal(("county", AreaClass.Countryside), await OfAsync(new GeoPoint(1, 1)));

    [Fact]
    public async Task A_place_in_no_area_belongs_to_the_nearest_station() =>
        Assert.Equal(("far", AreaClass.Outskirts), await OfAsync(new GeoPoint(19, 21)));

    [Fact]
    public async Task A_station_that_was_just_registered_counts_at_once()
    {
        for (var i = 0; i < 10; i++)
        {
            var place = new GeoPoint(-30 - i, -30);
            await RegisterAsync($"new{i}", AreaClass.City, place, null);
            Assert.Equal(($"new{i}", AreaClass.City), await OfAsync(place));
        }
    }

    private static string Square(double lat, double lon, double side) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"type\":\"Polygon\",\"coordinates\":[[[{lon},{lat}],[{lon + side},{lat}],"
            + $"[{lon + side},{lat + side}],[{lon},{lat + side}],[{lon},{lat}]]]}}");

    private async Task RegisterAsync(string id, AreaClass area, GeoPoint place, string? polygon) => TestCentre.Done(
        await _centre.Cluster.Client
            .GetGrain<IStationGrain>(id)
            .Execute(new RegisterStation(id, place, area, polygon), TestCentre.Context(TestCentre.Admin)));

    private async Task<(string? Station, AreaClass? Area)> OfAsync(GeoPoint place)
    {
        var id = await _centre.IncidentAsync(place);
        var view = TocsinJson.Read<IncidentView>((await _centre.Reading.GetIncident(id, null, TestCentre.Dispatcher)).Json);
        return (view.Station, view.AreaClass);
    }
}
