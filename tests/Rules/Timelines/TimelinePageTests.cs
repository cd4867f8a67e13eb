using System.Text.Json;
using Tocsin.Directives;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Timelines;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Timelines;

/// <summary>How events of several streams become one page, and how much of each is shown.</summary>
public class TimelinePageTests
{
    private static readonly DirectiveId D = DirectiveId.Of("d");

    [Fact]
    public void Events_of_several_streams_stand_in_the_order_of_the_journal()
    {
        var page = New(10);
        page.Add([Note(1), Note(4)], isCut: false);
        page.Add([Told(D.Stream, 3, "DirectiveSigned"), Told(D.Stream, 6, "DirectiveReported")], isCut: false);
        Assert.Equal(("1 3 4 6", null), Read(page));
    }

    [Fact]
    public void A_full_page_says_where_the_next_one_begins()
    {
        var page = New(2);
        page.Add([Note(1), Note(4), Note(5)], isCut: false);
        Assert.Equal(("1 4", "4"), Read(page));
    }

    [Fact]
    public void Nothing_is_shown_behind_the_point_up_to_which_every_stream_was_read()
    {
        var page = New(2);
        page.Add([Note(1), Note(20)], isCut: false);
        page.AddOutline([Told(D.Stream, 3, "Urged"), Told(D.Stream, 5, "Urged"), Told(D.Stream, 9, "Urged")], shared: false, isCut: true);
        Assert.Equal(("1", "9"), Read(page));
    }

    [Fact]
    public void Of_anothers_directive_it_shows_what_it_is_to_whom_and_how_far_it_came()
    {
        Assert.Equal(
            [
                "DirectiveIssued null {\"kind\":\"verify\",\"to\":{\"station\":\"n\"}}",
                "DirectiveSigned null null",
                "DirectiveReported null null",
            ],
            Outline(shared: false));
        Assert.Equal(
            [
                "DirectiveIssued {\"subject\":\"wang\"} {\"kind\":\"verify\",\"to\":{\"station\":\"n\"},\"text\":\"核查\"}",
                "DirectiveSigned null null",
                "DirectiveReported {\"subject\":\"wang\"} {\"kind\":\"verify\",\"to\":{\"station\":\"n\"},\"text\":\"核查\"}",
            ],
            Outline(shared: true));
    }

    [Fact]
    public void What_a_newer_version_wrote_is_only_named()
    {
        var page = New(10);
        page.Add([Told(A.Stream, 1, "IncidentTeleported")], isCut: false);
        Assert.Equal(["IncidentTeleported null null"], Shown(page));
    }

    [Fact]
    public void A_directive_that_was_issued_behind_the_page_need_not_be_read()
    {
        var page = New(1);
        page.Add([Note(1), Note(2)], isCut: false);
        Assert.True(page.IsBehind(new JournalPosition(3 + JournalLimits.EventsPerAppend), StreamKind.Directive));
        Assert.False(page.IsBehind(new JournalPosition(2 + JournalLimits.EventsPerAppend), StreamKind.Directive));
        Assert.False(page.IsBehind(new JournalPosition(3 + JournalLimits.EventsPerAppend), StreamKind.Call));
    }

    [Fact]
    public void Calls_that_left_are_no_part_and_twins_are_left_out()
    {
        List<JournalEvent> own =
        [
            Told(A.Stream, 1, "CallJoined", """{"callId":"c1","kind":"incident","answeredAt":null}"""),
            Told(A.Stream, 2, "CallJoined", """{"callId":"c2","kind":"duplicate","answeredAt":null}"""),
            Told(A.Stream, 3, "CallLeft", """{"callId":"c2","kind":"duplicate"}"""),
            Told(A.Stream, 4, "DirectiveAttached", """{"directiveId":"d","kind":"verify","to":{"station":"n"},"station":"n"}"""),
            Note(5),
            Told(A.Stream, 6, "DirectiveMoved", """{"directiveId":"d","status":"signed","late":false}"""),
        ];
        var parts = TimelineParts.Of(own, StreamDefinitions.Catalogue);
        Assert.Equal([CallId.Of("c1").Stream, D.Stream], parts.Attached.Keys);
        var all = new HashSet<StreamId> { CallId.Of("c1").Stream };
        Assert.Equal([2, 3, 5], own.Where(e => !parts.IsTwin(e, all)).Select(e => e.Position.Value));
        Assert.Equal([1, 2, 3, 5], own.Where(e => !parts.IsTwin(e, new HashSet<StreamId>())).Select(e => e.Position.Value));
    }

    private static TimelinePage New(int limit) => new(limit, StreamDefinitions.Catalogue);

    private static List<string> Outline(bool shared)
    {
        var page = New(10);
        string[] kinds = ["DirectiveIssued", "Urged", "DirectiveSigned", "ClockOverdue", "EvidenceAdded", "DirectiveReported"];
        page.AddOutline([.. kinds.Select((kind, i) => Told(D.Stream, i + 1, kind))], shared, isCut: false);
        return Shown(page);
    }

    private static JournalEvent Note(int position) => Told(A.Stream, position, nameof(NoteAdded));

    private static JournalEvent Told(
        StreamId stream, int position, string kind, string data = """{"kind":"verify","to":{"station":"n"},"text":"核查"}""") =>
        new(
            new JournalPosition(position), stream, position, kind, Centre.Start, Centre.Start, CommandId.New(),
            $$"""{"stream":"{{stream}}","actor":{"subject":"wang"},"data":{{data}}}""", []);

    private static (string Positions, string? Next) Read(TimelinePage page)
    {
        var read = page.ToPage();
        return (string.Join(' ', read.Items.Select(i => JsonElement.Parse(i).GetProperty("position").GetInt64())), read.Next);
    }

    private static List<string> Shown(TimelinePage page) => [.. page.ToPage().Items.Select(text => JsonElement.Parse(text)).Select(i =>
        $"{i.GetProperty("kind").GetString()} {i.GetProperty("actor").GetRawText()} {i.GetProperty("data").GetRawText()}")];
}
