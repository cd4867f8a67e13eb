using System.Globalization;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Json;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.Incidents;

public sealed class IncidentNumberTests
{
    private const int Incidents = 3 * 50;

    [Fact]
    public async Task Numbers_are_unique_over_silos_and_blocks_and_can_be_said_aloud()
    {
        await using var centre = await TestCentre.StartAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, Incidents).Select(_ => centre.IncidentAsync()));
        var numbers = new List<string>();
        foreach (var id in ids)
            numbers.Add(await NumberAsync(centre, id));

        Assert.Equal(Incidents, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.Matches(@"^\d{6}-\d{4,}$", n));
    }

    /// <summary>
    /// As after a restore: grain storage was copied before the journal, or is older than the blocks of a silo that went on through it.
    /// </summary>
    [Fact]
    public async Task Numbers_that_the_journal_has_and_grain_storage_does_not_know_of_stop_no_incident()
    {
        await using var centre = await TestCentre.StartAsync();
        var today = DateTimeOffset.UtcNow;
        var given = Enumerable.Range(1, 8 * IncidentNumbers.BlockSize)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{today:yyMMdd}-{n:0000}"))
            .ToList();
        await Task.WhenAll(given.Select(number => WriteAsync(centre.Journal, number, today)));

        var incident = await centre.IncidentAsync();

        Assert.DoesNotContain(await NumberAsync(centre, incident), given);
    }

    private static async Task WriteAsync(SqliteJournal journal, string number, DateTimeOffset receivedAt)
    {
        var incident = IncidentId.Of("before-" + number);
        var result = await journal.AppendAsync(new AppendRequest(
            CommandId.New(),
            TestCentre.Dispatcher,
            journal.Epoch,
            [new StreamHead(incident.Stream, 0, new BoardEntry("{}", 1, true, 1, 2, null, null))],
            [new PendingEvent(incident.Stream, "NoteAdded", receivedAt, "{}")])
        {
            Incidents = [new IncidentRow(
                incident, number, true, "theft", 2, null, false, receivedAt, null, null, null, null, null, null, null, number)],
        });
        Assert.Equal(AppendOutcome.Committed, result.Outcome);
    }

    private static async Task<string> NumberAsync(TestCentre centre, IncidentId id) =>
        TocsinJson.Read<IncidentView>((await centre.Reading.GetIncident(id, null, TestCentre.Dispatcher)).Json).Number;
}
