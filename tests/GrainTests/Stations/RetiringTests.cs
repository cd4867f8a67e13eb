using Microsoft.Extensions.DependencyInjection;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Stations;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.Stations;

/// <summary>A station with many open incidents is retired, interrupted, raced, and repeated.</summary>
public sealed class RetiringTests : IAsyncLifetime
{
    // More than two appends hand over.
    private const int Incidents = (2 * StationRetirement.IncidentsPerAppend) + 5;

    private static readonly StationId Old = StationId.Of("old");
    private static readonly StationId New = StationId.Of("new");

    private readonly BreakingJournal _breaking = new();
    private TestCentre _centre = null!;

    public async ValueTask InitializeAsync()
    {
        _centre = await TestCentre.StartAsync(services: services =>
        {
            var make = services.Last(s => s.ServiceType == typeof(IJournal)).ImplementationFactory!;
            services.AddSingleton(provider =>
            {
                _breaking.Inner = (IJournal)make(provider);
                return _breaking.Proxy;
            });
        });
        TestCentre.Done(await DoAsync(Old, Content(10)));
        TestCentre.Done(await DoAsync(New, Content(20)));
    }

    public ValueTask DisposeAsync() => _centre.DisposeAsync();

    [Fact]
    public async Task What_is_interrupted_between_two_appends_is_repeated_and_goes_on()
    {
        var made = await MakeAsync(Incidents);

        // The second append finds no journal: a part is handed over, and the station is at work.
        _breaking.BreakAfter = 1;
        await Assert.ThrowsAnyAsync<JournalUnavailableException>(() => DoAsync(Old, Retirement));
        Assert.InRange(await OpenAtAsync(Old), 1, Incidents - 1);
        Assert.False((await ViewAsync(Old)).Retired);
        Assert.Equal(Incidents, await OpenAtAsync(Old) + await OpenAtAsync(New));

        var answer = TestCentre.Done(await DoAsync(Old, Retirement));
        Assert.True(TocsinJson.Read<StationView>(answer.View).Retired);
        Assert.Equal((0, Incidents), (await OpenAtAsync(Old), await OpenAtAsync(New)));
        var last = (await _centre.Journal.ReadStreamAsync(Old.Stream, 1, 10))[^1];
        Assert.Equal("StationChanged", last.Kind);
        foreach (var incident in made)
            Assert.Equal("IncidentChanged", Assert.Single(await _centre.Journal.ReadStreamAsync(incident.Stream, 1, 10)).Kind);
        var version = (await ViewAsync(Old)).Version;
        Assert.Equal(version, TestCentre.Done(await DoAsync(Old, Retirement)).Version);
    }

    [Fact]
    public async Task No_append_hands_over_more_than_the_limit_and_the_retirement_is_in_the_last()
    {
        await MakeAsync(Incidents);
        var before = (await _centre.Journal.ReadEndAsync()).Position;
        TestCentre.Done(await DoAsync(Old, Retirement));
        var appends = (await _centre.Journal.ReadAsync(before, 1000)).GroupBy(e => e.CommandId).ToList();
        Assert.Equal(3, appends.Count);
        Assert.All(appends, a => Assert.InRange(a.Count(e => e.Kind == "IncidentChanged"), 1, StationRetirement.IncidentsPerAppend));
        Assert.Equal([0, 0, 1], appends.Select(a => a.Count(e => e.Kind == "StationChanged")));
    }

    [Fact]
    public async Task Whatever_is_made_while_a_station_is_retired_is_open_at_its_successor()
    {
        await MakeAsync(5);
        using var stop = new CancellationTokenSource();
        var makers = Enumerable.Range(0, 4).Select(async _ =>
        {
            var codes = new List<RefusalCode?>();
            while (!stop.IsCancellationRequested)
                codes.Add((await CreateAsync(station: null)).Refusal?.Code);
            return codes;
        }).ToList();
        TestCentre.Done(await DoAsync(Old, Retirement));
        await stop.CancelAsync();
        var made = (await Task.WhenAll(makers)).SelectMany(c => c).ToList();
        Assert.All(made, code => Assert.Null(code));
        Assert.Equal((0, made.Count + 5), (await OpenAtAsync(Old), await OpenAtAsync(New)));
    }

    [Fact]
    public async Task A_retired_station_gets_nothing_new()
    {
        TestCentre.Done(await CreateAsync(station: "old"));
        TestCentre.Done(await DoAsync(Old, Retirement));
        TestCentre.Refused(RefusalCode.Retired, await CreateAsync(station: "old"));
        var unit = new RegisterUnit("P1", "patrol", "old", [], null);
        TestCentre.Refused(RefusalCode.Retired, await _centre.DoAsync(UnitId.Of("P1"), unit));

        // The nearest station is the retired one.
        Assert.Equal("new", TocsinJson.Read<IncidentView>(TestCentre.Done(await CreateAsync(station: null)).View).Station);
    }

    [Fact]
    public async Task What_belongs_to_a_retired_station_goes_to_the_end_of_the_chain()
    {
        var answer = TestCentre.Done(await CreateAsync(station: "old"));
        var incident = IncidentId.Of(answer.Id);
        TestCentre.Done(await _centre.DoAsync(incident, new CloseIncident("handled", null, null)));
        TestCentre.Done(await _centre.DoAsync(UnitId.Of("P1"), new RegisterUnit("P1", "patrol", "old", [], null)));
        TestCentre.Done(await DoAsync(StationId.Of("newest"), Content(30)));
        TestCentre.Done(await DoAsync(Old, Retirement));
        TestCentre.Done(await DoAsync(New, new RetireStation(Content(20), true, new(StationId.Of("newest")))));

        var again = TestCentre.Done(await _centre.DoAsync(incident, new ReopenIncident("again", null)));
        Assert.Equal("newest", TocsinJson.Read<IncidentView>(again.View).Station);
        var context = TestCentre.Context();
        var panic = new RaisePanic(IncidentId.Of(context.Id.Derive(StreamKind.Incident)), null, null, null);
        var raised = TestCentre.Done(await _centre.DoAsync(UnitId.Of("P1"), panic, context));
        Assert.Equal("newest", TocsinJson.Read<IncidentView>(raised.View).Station);
    }

    private static RegisterStation Content(double lat) => new($"station {lat}", new GeoPoint(lat, 10), null, null);

    private static RetireStation Retirement => new(Content(10), true, new(New));

    private Task<CommandAnswer> DoAsync(StationId station, StationCommand command) => _centre.Cluster.Client
        .GetGrain<IStationGrain>(station.Value)
        .Execute(command, TestCentre.Context(TestCentre.Admin));

    private async Task<IReadOnlyList<IncidentId>> MakeAsync(int count)
    {
        var made = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => CreateAsync("old")));
        return [.. made.Select(a => IncidentId.Of(TestCentre.Done(a).Id))];
    }

    private Task<CommandAnswer> CreateAsync(string? station)
    {
        var context = TestCentre.Context();
        var id = IncidentId.Of(context.Id.Derive(StreamKind.Incident));
        var place = new Location(11, 10, null);
        return _centre.DoAsync(id, new CreateIncident(null, "theft", 2, place, null, station, false, null, Confirmed: true), context);
    }

    private async Task<int> OpenAtAsync(StationId station) => (await _centre.Journal.Queries.ListAsync(
        new ListQuery(StreamKind.Incident, 10_000) { Open = true, Station = station.Value })).Count;

    private async Task<StationView> ViewAsync(StationId station) =>
        TocsinJson.Read<StationView>((await _centre.Journal.FindAsync(station.Stream))!.Entry.View);
}
