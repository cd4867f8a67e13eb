using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Live;
using Tocsin.Positions;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.Live;

/// <summary>The board in each silo's memory: whatever was done, wherever, both show what the board rows show.</summary>
public sealed class LiveBoardTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_commands_both_silos_show_what_the_board_rows_show(int seed)
    {
        await using var centre = await TestCentre.StartAsync();
        var random = new Random(seed);
        var units = new List<UnitId>();
        var incidents = new List<IncidentId>();
        for (var i = 0; i < 120; i++)
            await DoAnythingAsync(centre, random, units, incidents);
        await AgreeAsync(centre);
    }

    [Fact]
    public async Task When_the_history_is_another_one_the_board_is_loaded_anew()
    {
        await using var centre = await TestCentre.StartAsync();
        await centre.UnitAsync();
        await centre.IncidentAsync();
        await AgreeAsync(centre);
        var before = Boards(centre).Select(b => b.Picture).ToList();

        await centre.MarkRestoredAsync();
        var incident = await UntilMadeAsync(centre);
        await AgreeAsync(centre);
        foreach (var (board, old) in Boards(centre).Zip(before))
        {
            Assert.NotSame(old, board.Picture);
            Assert.NotEqual(old!.Epoch, board.Picture!.Epoch);
            Assert.NotNull(board.Picture.Find(incident.Stream));
        }
    }

    [Fact]
    public async Task A_position_that_one_silo_is_told_is_known_at_the_other_one()
    {
        await using var centre = await TestCentre.StartAsync();
        var unit = await centre.UnitAsync();
        var books = centre.Cluster.Silos.Select(s => Services(s).GetRequiredService<PositionBook>()).ToList();
        var report = new PositionReport(unit.Value, 36.5, 113.1, DateTimeOffset.UtcNow, 10, null);
        await centre.Cluster.Client.GetGrain<ILiveGrain>(0).Hand([report], []);
        foreach (var book in books)
            await UntilAsync(() => book.Find(unit) == report);

        // An older one that comes late by another way changes nothing, anywhere.
        await centre.Cluster.Client
            .GetGrain<ILiveGrain>(1)
            .Hand([report with { Lat = 1, At = report.At.AddSeconds(-1) }, report with { UnitId = "other" }], []);
        foreach (var book in books)
        {
            await UntilAsync(() => book.Find(UnitId.Of("other")) is not null);
            Assert.Equal(report, book.Find(unit));
        }
    }

    private static IServiceProvider Services(InProcessSiloHandle silo) => silo.SiloHost.Services;

    private static IEnumerable<LiveBoard> Boards(TestCentre centre) =>
        centre.Cluster.Silos.Select(s => Services(s).GetRequiredService<LiveBoard>());

    // Refusals are as good as anything: what was not done must not be shown either.
    private static async Task DoAnythingAsync(TestCentre centre, Random random, List<UnitId> units, List<IncidentId> incidents)
    {
        var (unit, incident) = (
            units.Count > 0 ? units[random.Next(units.Count)] : default,
            incidents.Count > 0 ? incidents[random.Next(incidents.Count)] : default);
        switch (random.Next(units.Count > 2 && incidents.Count > 2 ? 9 : 2))
        {
            case 0:
                units.Add(await centre.UnitAsync());
                break;
            case 1:
                incidents.Add(await centre.IncidentAsync());
                break;
            case 2 or 3 or 4:
                await centre.AssignAsync(incident, unit);
                break;
            case 5 or 6:
                await centre.ProgressAsync(incident, unit, random.Next(2) == 0 ? AssignmentStage.OnScene : AssignmentStage.Cleared);
                break;
            case 7:
                await centre.DoAsync(incident, new CloseIncident("settled", null, null));
                break;
            default:
                await centre.DoAsync(unit, new SetDuty(random.Next(2) == 0, [], null, null));
                break;
        }
    }

    private static async Task AgreeAsync(TestCentre centre)
    {
        var rows = new List<BoardRow>();
        var (end, epoch) = await centre.Journal.ReadPictureAsync(StreamDefinitions.Catalogue.OnBoard, rows.Add, Cancellation);
        var open = rows.Where(r => r.Entry.Open).OrderBy(r => r.Stream).Select(r => (r.Stream, r.Version, r.Position)).ToList();
        foreach (var board in Boards(centre))
        {
            await UntilAsync(() => board.Picture is { } picture && picture.Epoch == epoch && picture.Position >= end);
            Assert.Equal(open, board.Picture!.Items.OrderBy(i => i.Stream).Select(i => (i.Stream, i.Version, i.Position)));
        }
    }

    // The first appends that were decided on the old history are refused.
    private static async Task<IncidentId> UntilMadeAsync(TestCentre centre)
    {
        IncidentId? made = null;
        await UntilAsync(async () =>
        {
            try
            {
                made = await centre.IncidentAsync();
                return true;
            }
            catch (Exception exception) when (exception is JournalUnavailableException)
            {
                return false;
            }
        });
        return made!.Value;
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < s_patience, "it never came to be");
            await Task.Delay(10, Cancellation);
        }
    }
}
