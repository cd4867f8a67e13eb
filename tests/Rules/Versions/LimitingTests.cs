using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Versions;

namespace Tocsin.Tests.Rules.Versions;

/// <summary>What is written in a cluster of which not every member reads the same.</summary>
public class LimitingTests
{
    private static readonly StreamId One = new(StreamKind.Incident, "one");
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    private static Readables Own => new OwnReadables(StreamDefinitions.Catalogue).Value;

    [Fact]
    public void What_every_member_reads_is_written_as_it_is()
    {
        var decision = Of(new NoteAdded("x"));
        Assert.Same(decision, Limiting.Limit(decision, Own));
        Assert.Same(decision, Limiting.Limit(decision, Readables.Baseline));
    }

    [Fact]
    public void A_kind_that_one_member_does_not_know_refuses_the_whole_command()
    {
        var common = Without("incident/NoteAdded");
        var limited = Limiting.Limit(Of(new LinkAdded(IncidentId.Of("two"), LinkRelation.RelatedTo), new NoteAdded("x")), common);
        Assert.Equal(RefusalCode.NotYetEverywhere, limited.Refusal?.Code);
        Assert.Empty(limited.Events);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public void An_event_with_an_older_form_is_written_in_the_newest_form_that_all_read(short read, short written)
    {
        var limited = Limiting.Limit(Of(new Formed(2)), With("incident/Formed", read));
        Assert.Null(limited.Refusal);
        Assert.Equal(written, Assert.IsType<Formed>(Assert.Single(limited.Events).Event).Form);
    }

    [Fact]
    public void An_event_that_needs_no_new_form_is_written_where_only_the_old_one_is_read()
    {
        var decision = Of(new Formed(1));
        Assert.Same(decision, Limiting.Limit(decision, With("incident/Formed", 1)));
    }

    [Fact]
    public void A_report_for_another_assignment_is_a_note_where_it_would_be_folded_into_the_present_one()
    {
        var report = new UnitOnScene(UnitId.Of("P1"), "by the back door", Late: true) { Assignment = 1 };
        var limited = Limiting.Limit(Of(report), Readables.Baseline);
        var note = Assert.IsType<NoteAdded>(Assert.Single(limited.Events).Event);
        Assert.Equal("UnitOnScene, assignment 1: P1 by the back door", note.Text);
        Assert.Same(report, Assert.Single(Limiting.Limit(Of(report), Own).Events).Event);

        var feedback = new FeedbackGiven(UnitId.Of("P1"), "settled", "n", new Dictionary<string, double> { ["arrests"] = 1.5 });
        var told = Assert.Single(Limiting.Limit(Of(feedback with { Assignment = 2 }), Readables.Baseline).Events).Event;
        Assert.Equal("FeedbackGiven, assignment 2: P1 settled n arrests 1.5", Assert.IsType<NoteAdded>(told).Text);
    }

    [Fact]
    public void A_report_for_the_present_assignment_is_written_everywhere()
    {
        var decision = Of(new UnitCleared(UnitId.Of("P1"), null, ClearCause.Report) { Adjusted = true });
        Assert.Same(decision, Limiting.Limit(decision, Readables.Baseline));
    }

    [Fact]
    public void A_correction_of_another_assignment_waits_until_all_can_read_it()
    {
        var correction = new StageCorrected(UnitId.Of("P1"), CorrectableStage.OnScene, Now, null, "r");
        Assert.Null(Limiting.Limit(Of(correction), Readables.Baseline).Refusal);
        Assert.Equal(
            RefusalCode.NotYetEverywhere, Limiting.Limit(Of(correction with { Assignment = 1 }), Readables.Baseline).Refusal?.Code);
    }

    [Fact]
    public void What_is_received_while_not_all_know_suspect_clocks_has_none()
    {
        var created = new IncidentCreated("1", null, "theft", 1, null, null, null, null, "p", false, false, false) { Suspects = true };
        Assert.Equal(
            created with { Suspects = false }, Assert.Single(Limiting.Limit(Of(created), Readables.Baseline).Events).Event);
        var received = Decision.Do(new DecidedEvent(
            new StreamId(StreamKind.Call, "ring"), new CallReceived(null, null, null, null) { Suspects = true }, Now));
        Assert.Equal(
            new CallReceived(null, null, null, null), Assert.Single(Limiting.Limit(received, Readables.Baseline).Events).Event);
    }

    [Fact]
    public void What_no_unit_reported_and_what_was_closed_as_no_incident_wait_until_all_can_read_it()
    {
        var feedback = new FeedbackGiven(null, "settled", null, new Dictionary<string, double>());
        Assert.Equal(RefusalCode.NotYetEverywhere, Limiting.Limit(Of(feedback), With("incident/FeedbackGiven", 2)).Refusal?.Code);
        var closed = new IncidentClosed("d", null) { Valid = true };
        Assert.Null(Limiting.Limit(Of(closed), Readables.Baseline).Refusal);
        Assert.Equal(
            RefusalCode.NotYetEverywhere, Limiting.Limit(Of(closed with { Valid = false }), Readables.Baseline).Refusal?.Code);
        Assert.Equal(
            RefusalCode.NotYetEverywhere, Limiting.Limit(Of(closed with { Override = "r" }), Readables.Baseline).Refusal?.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_call_is_refused_for_its_seat(short read)
    {
        var ring = new StreamId(StreamKind.Call, "ring");
        var received = new CallReceived(null, Now, null, null) { Suspects = true, Seat = "3" };
        var answered = new CallAnswered { By = new Answerer("wang"), Seat = "3" };
        var limited = Limiting.Limit(
            Decision.Do(new DecidedEvent(ring, received, Now), new DecidedEvent(ring, answered, Now)),
            new Readables(new Dictionary<string, short>(Own.Forms) { ["call/CallReceived"] = read, ["call/CallAnswered"] = read }));
        Assert.Equal(
            [
                received with { Seat = null, Suspects = read > 1 },
                answered with { Seat = null, By = read > 1 ? answered.By : null },
            ],
            limited.Events.Select(e => e.Event));
    }

    [Fact]
    public void An_event_that_has_no_older_form_is_refused() =>
        Assert.Equal(RefusalCode.NotYetEverywhere, Limiting.Limit(Of(new Formed(3)), With("incident/Formed", 2)).Refusal?.Code);

    [Fact]
    public void What_members_have_in_common_is_the_older_form_of_what_both_know()
    {
        var (a, b) = (new Readables(Forms(("x", 2), ("y", 1), ("z", 3))), new Readables(Forms(("x", 1), ("z", 3))));
        Assert.Equal(Forms(("x", 1), ("z", 3)), a.And(b).Forms);
        Assert.Equal(Forms(("x", 1), ("z", 3)), b.And(a).Forms);
    }

    [Fact]
    public void Nothing_that_the_first_version_wrote_is_unknown_today() =>
        Assert.DoesNotContain(Readables.Baseline.Forms, f => !Own.Reads(f.Key, f.Value));

    [Fact]
    public void The_first_version_is_frozen() => Assert.Equal(55, Readables.Baseline.Forms.Count);

    private static Decision Of(params object[] events) => Decision.Do([.. events.Select(e => new DecidedEvent(One, e, Now))]);

    private static Readables Without(string name) => new(Own.Forms.Where(f => f.Key != name).ToDictionary());

    private static Readables With(string name, short form) => new(new Dictionary<string, short>(Own.Forms) { [name] = form });

    private static Dictionary<string, short> Forms(params (string Name, int Form)[] forms) =>
        forms.ToDictionary(f => f.Name, f => (short)f.Form);

    // Of a version that does not exist: form 3 cannot be said in an older one.
    private sealed record Formed(short Form) : IncidentEvent, IFormedEvent
    {
        public object? InForm(short newest) => Form > 2 ? null : this with { Form = newest };
    }
}
