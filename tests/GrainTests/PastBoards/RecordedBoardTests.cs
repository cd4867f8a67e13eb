using Microsoft.Extensions.DependencyInjection;
using Tocsin.Hosting;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Live;
using Tocsin.PastBoards;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.PastBoards;

/// <summary>A mark saves time and changes nothing.</summary>
public sealed class RecordedBoardTests
{
    [Fact]
    public async Task A_board_from_a_mark_is_the_board_from_the_beginning()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var services = centre.Cluster.Silos[0].ServiceProvider;
        var (tail, live) = (services.GetRequiredService<IJournalTail>(), services.GetRequiredService<LiveBoard>());
        var marks = new MarksInMemory();
        var marker = ActivatorUtilities.CreateInstance<BoardMarker>(services, marks);
        List<JournalPosition> moments = [];
        for (var i = 0; i < 4; i++)
        {
            var (incident, unit) = (await centre.IncidentAsync(), await centre.UnitAsync());
            TestCentre.Done(await centre.AssignAsync(incident, unit));
            moments.Add((await centre.Journal.ReadEndAsync()).Position);
            if (i == 1)
            {
                while (live.Picture is not { } picture || picture.Position < moments[^1])
                    await Task.Delay(10);
                await marker.MarkAsync();
            }

            TestCentre.Done(await centre.DoAsync(incident, new CloseIncident("settled", null, null)));
            moments.Add((await centre.Journal.ReadEndAsync()).Position);
        }

        var (with, without) = (Boards(marks), Boards(new NoBoardMarkStore()));
        foreach (var moment in moments)
            Assert.Equal(await OpenAsync(without, moment), await OpenAsync(with, moment));
        Assert.Equal(1, marks.Count);
        Assert.True(marks.Found > 0);

        RecordedBoards Boards(IBoardMarkStore store)
        {
            var kinds = StreamDefinitions.Catalogue;
            return new(kinds, centre.Journal, centre.Journal.Seals, store, new PastStates(kinds, centre.Journal, tail, store));
        }
    }

    private static async Task<string[]> OpenAsync(RecordedBoards boards, JournalPosition moment) =>
        [.. (await boards.AtAsync(moment))!
            .States.Select(s => (s.Stream, Board: s.ToBoard()))
            .Where(s => s.Board.Open)
            .Select(s => s.Stream + s.Board.View)
            .Order(StringComparer.Ordinal)];
}
