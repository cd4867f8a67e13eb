using Microsoft.Extensions.DependencyInjection;
using Tocsin.Hosting;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.PastBoards;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.PastBoards;

/// <summary>What is kept of a unit's past spares the folding of years, and is believed only where it fits the journal.</summary>
public sealed class PastUnitTests
{
    [Fact]
    public async Task A_unit_of_a_past_board_is_folded_from_what_was_kept_of_it_and_not_from_its_first_day()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var tail = centre.Cluster.Silos[0].ServiceProvider.GetRequiredService<IJournalTail>();
        var (unit, incident) = (await centre.UnitAsync(), await centre.IncidentAsync());
        const int Last = UnitSnapshots.Interval + 20;
        while ((await centre.Journal.VersionsAsync([unit.Stream]))[0] < Last)
        {
            TestCentre.Done(await centre.AssignAsync(incident, unit));
            TestCentre.Done(await centre.ProgressAsync(incident, unit, AssignmentStage.Cancelled));
        }

        // The first board after years folds all of them, and keeps what it found.
        var marks = new MarksInMemory();
        var folded = (UnitState)(await At(marks, Last - 10))!;
        var (_, kept) = Assert.Single(marks.Kept);
        Assert.Equal((Last - 10, Last - 10), (folded.Version, kept.Version));

        // Made recognisable: what stands in the journal could not make it.
        marks.Kept[0] = (unit.Stream, Named(kept, "kept"));
        Assert.Equal("kept", ((UnitState)(await At(marks, Last))!).CallSign);

        // Kept of another history, or by other rules: as if it were not there.
        marks.Kept[0] = (unit.Stream, Named(kept, "kept") with { Hash = new string('0', 64) });
        Assert.Equal(folded.CallSign, ((UnitState)(await At(marks, Last))!).CallSign);
        marks.Kept.RemoveRange(1, marks.Kept.Count - 1);
        marks.Kept[0] = (unit.Stream, Named(kept, "kept") with { Rules = UnitState.RulesNumber + 1 });
        Assert.Equal(folded.CallSign, ((UnitState)(await At(marks, Last))!).CallSign);

        Task<Tocsin.Deciding.IStreamState?> At(MarksInMemory store, int version) =>
            new PastStates(StreamDefinitions.Catalogue, centre.Journal, tail, store).AtAsync(unit.Stream, version);
    }

    private static UnitSnapshot Named(UnitSnapshot snapshot, string callSign) =>
        UnitSnapshot.Of(snapshot.ToState() with { CallSign = callSign }, snapshot.Hash);
}
