using Tocsin.Auditing;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Units;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>What is right is found to be right: no alarm that nobody would believe the next time.</summary>
public abstract class CleanAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    [Fact]
    public async Task A_journal_that_the_rules_wrote_is_clean_and_all_of_it_was_looked_at()
    {
        await SealAsync();
        var report = await AuditAsync();

        Assert.Empty(report.Findings.Told);
        Assert.True(report.IsClean);
        var events = await EventsAsync();
        Assert.Equal(
            (7L, events.Count, events[^1].Position, 1L, events[^1].Position),
            (report.Counts.Streams, report.Counts.Events, report.Counts.Position, report.Counts.Seals, report.Counts.SealedTo));
    }

    [Fact]
    public async Task Messages_and_a_distress_from_its_raising_to_its_end_are_clean()
    {
        var distress = IncidentId.Of("distress");
        await Centre.DoAsync(Two, new MessageUnit(MessageId.Of("m1"), "where are you?", A, null));
        await Centre.DoAsync(A, new MessageIncident(MessageId.Of("m2"), "hurry", null));
        await Centre.DoAsync(Two, new RaisePanic(distress, new GeoPoint(36.5, 113), "knife", null));
        await Centre.DoAsync(Two, new RaisePanic(IncidentId.Of("again"), new GeoPoint(36.6, 113), null, null));
        Assert.Empty((await AuditAsync()).Findings.Told);
        await Centre.DoAsync(distress, new CloseIncident("safe", null, null));

        Assert.Empty((await AuditAsync()).Findings.Told);
    }

    [Fact]
    public async Task An_audit_goes_through_pages_as_through_one()
    {
        for (var i = 0; i < AuditLimits.EventsPerPage; i++)
            await Centre.DoAsync(i % 2 == 0 ? A : B, new AddNote($"{i}"));
        await SealAsync();

        var report = await AuditAsync();

        Assert.Empty(report.Findings.Told);
        Assert.True(report.Counts.Events > AuditLimits.EventsPerPage);
    }

    [Fact]
    public async Task A_journal_that_is_written_meanwhile_is_clean_at_every_moment()
    {
        using var enough = new CancellationTokenSource();
        var writer = Task.Run(
            async () =>
            {
                for (var i = 0; !enough.IsCancellationRequested; i++)
                {
                    var incident = IncidentId.Of($"live-{i}");
                    await Centre.DoAsync(incident, Creation(), keyed: true);
                    await Centre.DoAsync(incident, new AssignUnits([Two, Three], AssignMode.All, null), keyed: true);
                    await Centre.DoAsync(incident, new ReportProgress(Three, AssignmentStage.OnScene, null, null));
                    await Centre.DoAsync(incident, new CloseIncident("handled", null, null));
                }
            },
            Cancellation);

        long first = 0, last = 0;
        for (var i = 0; i < 20; i++)
        {
            if (i % 5 == 4)
                await SealAsync();
            var report = await AuditAsync();
            Assert.Empty(report.Findings.Told);
            (first, last) = (first == 0 ? report.Counts.Events : first, report.Counts.Events);
            await Task.Delay(50, Cancellation);
        }

        await enough.CancelAsync();
        await writer;
        Assert.True(last > first, "Nothing was written while the audit looked.");
    }

    [Fact]
    public async Task A_view_of_other_code_is_counted_and_its_text_passed_over()
    {
        await Database.RunAsync($"update board set view_code = 0, view = 'old', sum = null where stream = '{A.Stream}'");
        var report = await AuditAsync();

        Assert.Empty(report.Findings.Told);
        Assert.Equal(1, report.Counts.ViewsOfOtherCode);
    }
}
