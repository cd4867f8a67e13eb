using Tocsin.Auditing;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>What hangs on an incident or a call, with one side missing: events that no rule would have decided on.</summary>
public abstract class DirectiveAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    private static readonly DirectiveId D = DirectiveId.Of("d1");

    private static readonly IncidentId C = IncidentId.Of("inc-c");

    private static readonly DirectiveTo North = new(StationId.Of("north"), null, null);

    private static readonly IssueDirectives Order =
        new([North], "verify", "t", null, [], [], new(60, null, null, null), null, null, [], false, false, null, null);

    private static readonly IssueDirectives Handle = Order with { Kind = DirectiveKinds.Handle, IncidentId = C };

    [Fact]
    public async Task What_the_rules_write_has_both_sides()
    {
        await Centre.DoAsync(D, Order with { IncidentId = A });
        Centre.Now = Centre.Now.AddSeconds(60);
        await Centre.DoAsync(D, FireDirectiveClocks.Instance);
        await Centre.DoAsync(D, new RefuseDirective("not here", null));
        await Centre.DoAsync(DirectiveId.Of("d2"), Order with { IncidentId = A, Replaces = D });
        await Centre.DoAsync(DirectiveId.Of("d3"), Order with { CallId = Ring });
        await Centre.DoAsync(DirectiveId.Of("d3"), new SignDirective(null, null, null));
        Assert.Empty(await FoundAsync());
        Assert.Contains(await StreamAsync(A.Stream), e => e.Kind == nameof(DirectiveMoved));
    }

    [Fact]
    public async Task A_directive_that_its_incident_does_not_know_is_one_sided()
    {
        var forged = await Centre.ForgeAsync((D.Stream, Issued(A, null)));
        Assert.Equal([Line(FindingKind.OneSided, D.Stream, forged.LastPosition)], await FoundAsync());
    }

    [Fact]
    public async Task A_directive_that_its_call_does_not_know_is_one_sided()
    {
        var forged = await Centre.ForgeAsync((D.Stream, Issued(null, Ring)));
        Assert.Equal([Line(FindingKind.OneSided, D.Stream, forged.LastPosition)], await FoundAsync());
    }

    [Fact]
    public async Task A_directive_that_only_the_incident_knows_is_one_sided()
    {
        var forged = await Centre.ForgeAsync((A.Stream, new DirectiveAttached(D, "verify", North, "north")));
        Assert.Equal([Line(FindingKind.OneSided, A.Stream, forged.LastPosition)], await FoundAsync());
    }

    [Fact]
    public async Task A_directive_that_moves_alone_is_one_sided()
    {
        await Centre.DoAsync(D, Order with { IncidentId = A });
        var forged = await Centre.ForgeAsync((D.Stream, new DirectiveSigned("li", null, false)));
        Assert.Equal([Line(FindingKind.OneSided, D.Stream, forged.LastPosition)], await FoundAsync());
    }

    [Fact]
    public async Task An_incident_that_says_another_status_is_one_sided_on_both()
    {
        await Centre.DoAsync(D, Order with { IncidentId = A });
        var forged = await Centre.ForgeAsync(
            (D.Stream, new DirectiveSigned("li", null, false)), (A.Stream, new DirectiveMoved(D, DirectiveStatus.Reported, false)));
        Assert.Equal(
            [Line(FindingKind.OneSided, D.Stream, forged.LastPosition), Line(FindingKind.OneSided, A.Stream, forged.LastPosition)],
            await FoundAsync());
    }

    [Fact]
    public async Task What_a_station_is_told_to_handle_has_all_its_sides()
    {
        await Centre.DoAsync(C, Creation());
        await Centre.DoAsync(D, Handle);
        Centre.Now = Centre.Now.AddSeconds(60);
        await Centre.DoAsync(D, FireDirectiveClocks.Instance);
        await Centre.DoAsync(D, new SendOnDirective([Three], AssignMode.All, null));
        await Centre.DoAsync(C, new ReportProgress(Three, AssignmentStage.Cancelled, null, null));
        await Centre.DoAsync(D, new SendOnDirective([Three], AssignMode.All, null));
        await Centre.DoAsync(C, new GiveFeedback(Three, "settled", null, new Dictionary<string, double>(), null));
        await Centre.DoAsync(C, new CloseIncident("settled", null, null));
        Assert.Empty(await FoundAsync());
        Assert.Equal(
            ["DirectiveIssued", "ClockOverdue", "DirectiveSigned", "DirectiveSent", "DirectiveUnattended", "DirectiveSent"],
            (await StreamAsync(D.Stream)).Select(e => e.Kind).Where(k => k != "ClockEscalated").Take(6));
    }

    [Fact]
    public async Task A_unit_that_only_the_incident_says_was_sent_on_it_is_one_sided()
    {
        await Centre.DoAsync(C, Creation());
        await Centre.DoAsync(D, Handle);
        var forged = await Centre.ForgeAsync(
            (C.Stream, new UnitAssigned(Three, null, "north") { DirectiveId = D }),
            (Three.Stream, new Tocsin.Units.Assigned(C, AssignmentStage.Assigned)));
        Assert.Equal([Line(FindingKind.OneSided, C.Stream, forged.LastPosition)], await FoundAsync());
    }

    [Fact]
    public async Task A_unit_that_only_the_directive_says_was_sent_is_one_sided()
    {
        await Centre.DoAsync(C, Creation());
        await Centre.DoAsync(D, Handle);
        var forged = await Centre.ForgeAsync((D.Stream, new DirectiveSent([Three], "desk")));
        Assert.Equal([Line(FindingKind.OneSided, D.Stream, forged.LastPosition)], await FoundAsync());
    }

    private static DirectiveIssued Issued(IncidentId? incident, CallId? call) => new(
        "Z260504-0001", D, "verify", North, "north", new DirectiveFrom("wang", "dispatcher", null), "t", incident, call, null, null, null,
        [], [], [], [], null, null, null, false, false, null, false, false);
}
