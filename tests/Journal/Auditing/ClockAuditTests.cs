using Tocsin.Auditing;
using Tocsin.Clocks;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Tests.Journal.Conformance;
using ClockOverdue = Tocsin.Incidents.ClockOverdue;
using ClockWithdrawn = Tocsin.Incidents.ClockWithdrawn;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>Clocks that fired by the rules are right; whatever else is said of a clock is found.</summary>
public abstract class ClockAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    private const int LimitSeconds = 30;
    private static readonly IncidentId C = IncidentId.Of("inc-c");

    // The centre's clock goes on by 20 s with each command.
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Centre.Timing = new TimingPolicy(
            "strict", 1, [new TimingLimit(ClockStage.Assign, null, null, null, LimitSeconds, null, [])], EscalationPlan.Default);
        await Centre.DoAsync(C, Creation());
    }

    [Fact]
    public async Task Clocks_that_fire_are_escalated_and_withdrawn_by_the_rules_are_clean()
    {
        await Centre.DoAsync(C, new AddNote("nobody yet"));
        await Centre.DoAsync(C, FireClocks.Instance);
        var late = Centre.Now.AddSeconds(-50);
        await Centre.DoAsync(C, new AssignUnits([Three], AssignMode.All, late));

        Assert.Contains(await StreamAsync(C.Stream), e => e.Kind == nameof(ClockOverdue));
        Assert.Contains(await StreamAsync(C.Stream), e => e.Kind == nameof(ClockWithdrawn));
        Assert.Empty(await FoundAsync());
    }

    [Fact]
    public async Task A_suspect_clock_and_reports_of_two_assignments_are_clean()
    {
        await Centre.DoAsync(C, new AddNote("nobody yet"));
        await Centre.DoAsync(C, FireClocks.Instance);
        await Centre.DoAsync(C, new AssignUnits([Three], AssignMode.All, Centre.Now.AddHours(-2)));
        await Centre.DoAsync(C, new ReportProgress(Three, AssignmentStage.Cancelled, null, null));
        await Centre.DoAsync(C, new AssignUnits([Three], AssignMode.All, null));
        await Centre.DoAsync(
            C, new ForAssignment(1, new ReportProgress(Three, AssignmentStage.EnRoute, Centre.Now.AddHours(-1), null)));

        Assert.True(((IncidentState)Centre.States.All[C.Stream]).Clocks[0] is { Suspect: true, Fired: true });
        Assert.DoesNotContain(await StreamAsync(C.Stream), e => e.Kind == nameof(ClockWithdrawn));
        Assert.Empty(await FoundAsync());
    }

    [Fact]
    public async Task A_clock_that_fires_twice_is_found()
    {
        await Centre.DoAsync(C, new AddNote("nobody yet"));
        await Centre.DoAsync(C, FireClocks.Instance);
        var forged = await Centre.ForgeAsync((C.Stream, new ClockOverdue(ClockStage.Assign, null, DueAt(), 0, 0)));

        Assert.Equal([Line(FindingKind.ClockFiredTwice, C.Stream, forged.LastPosition)], await FoundAsync());
    }

    [Fact]
    public async Task Clocks_of_another_kind_of_stream_are_judged_alike()
    {
        var order = DirectiveId.Of("dir-a");
        await Centre.DoAsync(order, Order());
        await Centre.DoAsync(C, new AddNote("nobody signs"));
        await Centre.DoAsync(order, FireDirectiveClocks.Instance);
        await Centre.DoAsync(order, new SignDirective(null, null, Centre.Now.AddSeconds(-50)));

        Assert.Equal(
            ["DirectiveIssued", "ClockOverdue", "ClockEscalated", "DirectiveSigned", "ClockWithdrawn"],
            (await StreamAsync(order.Stream)).Select(e => e.Kind));
        Assert.Empty(await FoundAsync());

        var sign = ((DirectiveState)Centre.States.All[order.Stream]).Clocks[0];
        var forged = await Centre.ForgeAsync(
            (order.Stream, new Tocsin.Directives.ClockWithdrawn(ClockStage.Sign, null, sign.DueAt!.Value, 0, 0)));
        Assert.Equal([Line(FindingKind.ClockWithoutCause, order.Stream, forged.LastPosition)], await FoundAsync());
    }

    [Fact]
    public async Task A_clock_that_there_is_not_is_found()
    {
        var forged = await Centre.ForgeAsync((C.Stream, new ClockOverdue(ClockStage.Feedback, null, DueAt(), 0, 0)));

        Assert.Equal([Line(FindingKind.ClockWithoutCause, C.Stream, forged.LastPosition)], await FoundAsync());
    }

    [Fact]
    public async Task A_withdrawal_of_what_was_never_said_is_found()
    {
        var forged = await Centre.ForgeAsync((C.Stream, new ClockWithdrawn(ClockStage.Assign, null, DueAt(), 0, 0)));

        Assert.Equal([Line(FindingKind.ClockWithoutCause, C.Stream, forged.LastPosition)], await FoundAsync());
    }

    [Fact]
    public async Task A_clock_that_had_to_fire_while_the_journal_was_written_and_did_not_is_found()
    {
        // As if a morning of events, a second apart, had been written while the clock stood: the times of recording are pulled apart in the
        // columns.
        for (var i = 0; i < 15; i++)
            await Centre.DoAsync(A, new AddNote($"{i}"));
        var start = (await StreamAsync(C.Stream))[0].RecordedAt;
        foreach (var (one, i) in (await StreamAsync(A.Stream)).TakeLast(15).Select((e, i) => (e, i)))
        {
            await Database.RunAsync(
                $"update journal set recorded_at = {Database.Time(start.AddSeconds(5 * (i + 1)))} where position = {one.Position}");
        }

        Assert.Contains((await AuditAsync()).Findings.Told, f => f.Kind == FindingKind.ClockUnfired && f.Stream == C.Stream.ToString());
    }

    private static IssueDirectives Order() => new(
        [new DirectiveTo(StationId.Of("north"), null, null)],
        "verify",
        "words",
        null,
        [],
        [],
        new DirectiveClockLimits(LimitSeconds, null, null, null),
        null,
        null,
        [],
        false,
        false,
        null,
        null);

    private DateTimeOffset DueAt() => ((IncidentState)Centre.States.All[C.Stream]).Clocks[0].DueAt!.Value;
}
