using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.Units;

public sealed class RacesForAUnit
{
    private const int Races = 100;

    [Fact]
    public async Task Of_two_dispatchers_one_wins_and_the_other_learns_who_holds_it()
    {
        await using var centre = await TestCentre.StartAsync();
        var unit = await centre.UnitAsync();
        var rivals = new[] { await centre.IncidentAsync(), await centre.IncidentAsync() };
        for (var race = 0; race < Races; race++)
        {
            var answers = await Task.WhenAll(rivals.Select(r => centre.AssignAsync(r, unit)));
            var winner = Array.FindIndex(answers, a => a.Refusal is null);
            var refusal = TestCentre.Refused(RefusalCode.UnitBusy, answers[1 - winner]);
            Assert.Equal(new UnitRefusal(unit, UnitRefusalCode.Busy, rivals[winner]), Assert.Single(refusal.Units));
            TestCentre.Done(await centre.ProgressAsync(rivals[winner], unit, AssignmentStage.Cleared));
        }
    }

    [Fact]
    public async Task A_unit_that_a_dead_silo_freed_without_telling_can_be_sent_again_at_once()
    {
        // Without a tail nobody ever tells: the unit's own activation keeps believing that it is busy.
        await using var centre = await TestCentre.StartAsync(tail: false);
        var unit = await centre.UnitAsync();
        var incident = await centre.IncidentAsync();
        TestCentre.Done(await centre.AssignAsync(incident, unit));
        await FreeBehindEverybodysBackAsync(centre, incident, unit);

        TestCentre.Done(await centre.AssignAsync(await centre.IncidentAsync(), unit));
    }

    [Fact]
    public async Task A_gate_that_nobody_came_back_to_is_waited_for_and_lapses()
    {
        await using var centre = await TestCentre.StartAsync();
        var unit = await centre.UnitAsync();
        var incident = await centre.IncidentAsync();
        var dead = centre.Cluster.Client.GetGrain<IUnitStream>(unit.Value);
        Assert.True((await dead.Prepare(CommandId.New(), TimeSpan.FromSeconds(1), 0, centre.Journal.Epoch)).Entered);

        // Somebody behind a gate is waited for, at most 2 s, and never "busy".
        TestCentre.Refused(RefusalCode.Conflict, await centre.AssignAsync(incident, unit));
        TestCentre.Done(await centre.AssignAsync(incident, unit));
    }

    [Fact]
    public async Task Diversions_against_each_other_neither_hang_nor_split_a_unit()
    {
        await using var centre = await TestCentre.StartAsync();
        var units = new[] { await centre.UnitAsync(), await centre.UnitAsync() };
        var incidents = new[] { await centre.IncidentAsync(), await centre.IncidentAsync() };
        TestCentre.Done(await centre.AssignAsync(incidents[0], units[0]));
        TestCentre.Done(await centre.AssignAsync(incidents[1], units[1]));
        for (var round = 0; round < 20; round++)
        {
            var (from, to) = round % 2 == 0 ? (0, 1) : (1, 0);
            var answers = await Task.WhenAll(
                centre.DoAsync(incidents[from], new DivertUnit(units[0], incidents[to], null, null)),
                centre.DoAsync(incidents[to], new DivertUnit(units[1], incidents[from], null, null)));
            Assert.All(answers, a => TestCentre.Done(a));
        }

        var last = await centre.Reading.GetUnit(units[0], TestCentre.Dispatcher);
        Assert.Equal(incidents[0], TocsinJson.Read<UnitView>(last.Json).IncidentId);
    }

    /// <summary>Writes what a clearing writes, straight into the journal.</summary>
    private static async Task FreeBehindEverybodysBackAsync(TestCentre centre, IncidentId incident, UnitId unit)
    {
        var board = await centre.Journal.ReadBoardAsync([incident.Stream, unit.Stream]);
        var append = new Tocsin.Journal.AppendRequest(
            CommandId.New(),
            TestCentre.Dispatcher,
            centre.Journal.Epoch,
            [.. board.Select(b => new Tocsin.Journal.StreamHead(b.Stream, b.Version, b.Entry))],
            [
                Event(incident.Stream, new UnitCleared(unit, null, ClearCause.Report)),
                Event(unit.Stream, new Released(incident, AssignmentStage.Cleared)),
            ]);
        Assert.Equal(Tocsin.Journal.AppendOutcome.Committed, (await centre.Journal.AppendAsync(append)).Outcome);
    }

    private static Tocsin.Journal.PendingEvent Event(StreamId stream, object happened) =>
        new(
            stream,
            Tocsin.Deciding.EventCodec.Kind(happened),
            DateTimeOffset.UnixEpoch.AddYears(50),
            Tocsin.Deciding.EventCodec.Encode(happened));
}
