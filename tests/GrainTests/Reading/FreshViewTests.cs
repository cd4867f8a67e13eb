using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Reading;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.Reading;

/// <summary>A row that older code wrote is read as this code would have written it.</summary>
public sealed class FreshViewTests
{
    [Fact]
    public async Task An_old_view_is_made_anew_of_its_events_whichever_way_it_is_read()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var incident = await centre.IncidentAsync();
        await NoteAsync(centre, incident, viewCode: 1);

        var thing = await centre.Reading.GetIncident(incident, null, TestCentre.Dispatcher);
        Assert.Equal(2, thing.Version);
        var view = TocsinJson.Read<IncidentView>(thing.Json);
        Assert.Equal((incident, "theft", 2), (view.Id, view.Category, view.Version));
        var list = await centre.Reading.ListIncidents(new IncidentFilter(true, null, null, null, 50, null), TestCentre.Dispatcher);
        Assert.Equal([thing.Json], list.Items);
    }

    [Fact]
    public async Task A_view_of_this_code_or_a_newer_is_left_as_it_is()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        foreach (var code in new short[] { IncidentViews.Code, IncidentViews.Code + 1 })
        {
            var incident = await centre.IncidentAsync();
            await NoteAsync(centre, incident, code);
            Assert.Equal(
                """{"old":true}""",
                (await new FreshViews(StreamDefinitions.Catalogue, centre.Journal).FindAsync(incident.Stream))!.Entry.View);
        }
    }

    [Fact]
    public async Task Only_the_events_that_the_row_knows_are_in_it()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var incident = await centre.IncidentAsync();
        await NoteAsync(centre, incident, viewCode: 1);
        var row = (await centre.Journal.FindAsync(incident.Stream, TestContext.Current.CancellationToken))!;
        TestCentre.Done(await centre.DoAsync(incident, new ChangeIncident(new Optional<string>("fire"), default, default, default)));

        var view = TocsinJson.Read<IncidentView>(
            Assert.Single(await new FreshViews(StreamDefinitions.Catalogue, centre.Journal).OfAsync([row])));
        Assert.Equal(("theft", 2), (view.Category, view.Version));
    }

    [Fact]
    public async Task A_damaged_row_is_made_of_its_events_and_none_of_those_that_are_not_there()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var incident = await centre.IncidentAsync();
        var views = new FreshViews(StreamDefinitions.Catalogue, centre.Journal);
        var whole = (await centre.Journal.FindAsync(incident.Stream, TestContext.Current.CancellationToken))!;

        var mended = await views.SoundAsync(BoardRow.Damaged(incident.Stream, new JournalPosition(1_000_000), null));
        Assert.Equal((whole.Version, whole.Entry.View), (mended!.Version, mended.Entry.View));
        Assert.True(mended.IsMended);
        Assert.Null(await views.SoundAsync(BoardRow.Damaged(IncidentId.Of("none").Stream, JournalPosition.Start, null)));
        Assert.Same(whole, await views.SoundAsync(whole));
    }

    // As a silo of an older version would have: with a view that this one does not even understand.
    private static async Task NoteAsync(TestCentre centre, IncidentId incident, short viewCode)
    {
        var note = new NoteAdded("x");
        var result = await centre.Journal.AppendAsync(
            new AppendRequest(
                CommandId.New(),
                TestCentre.Dispatcher,
                centre.Journal.Epoch,
                [new StreamHead(incident.Stream, 1, new BoardEntry("""{"old":true}""", viewCode, true, 0, 2, null, null))],
                [new PendingEvent(
                    incident.Stream,
                    EventCodec.Kind(note),
                    new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
                    EventCodec.Encode(note))]),
            TestContext.Current.CancellationToken);
        Assert.Equal(AppendOutcome.Committed, result.Outcome);
    }
}
