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

    private static readonly DirectiveTo North = new(StationId.Of("north"), null, null);

    private static readonly IssueDirectives Order =
        new([North], "verify", "t", null, [], [], new(60, null, null, null), null, null, [], false, false, null, null);

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

    private static DirectiveIssued Issued(IncidentId? incident, CallId? call) => new(
        "Z260504-0001", D, "verify", North, "north", new DirectiveFrom("wang", "dispatcher", null), "t", incident, call, null, null, null,
        [], [], [], [], null, null, null, false, false, null, false, false);
}
