using Microsoft.Extensions.Time.Testing;
using Tocsin.Access;
using Tocsin.Auditing;
using Tocsin.Journal.Sealing;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>A journal of before the access log and signed seals is brought to this schema, with the seals that it has.</summary>
public abstract class SealUpgradeTests(Func<Task<JournalDatabase>> create, Func<JournalDatabase, Task> upgrade) : ConformanceTest(create)
{
    private static readonly string[] BackOnPostgres =
    [
        "drop table access, access_source, access_span",
        "drop function add_access_1, add_access_span_1, remove_access_span_1, add_seal_3",
        "alter table seal drop column previous, drop column parts",
        "delete from schema_version where scriptname like '%.0014_access.sql' or scriptname like '%.0015_signed_seals.sql'",
    ];

    private static readonly string[] BackOnSqlite =
    [
        "ALTER TABLE seal DROP COLUMN previous",
        "ALTER TABLE seal DROP COLUMN parts",
        "DELETE FROM SchemaVersions WHERE ScriptName LIKE '%.0008_signed_seals.sql'",
    ];

    private static readonly string[] BackOnSqliteAccess =
        ["DROP TABLE access", "DROP TABLE access_source", "DROP TABLE access_span", "DELETE FROM SchemaVersions"];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Its_seals_stand_and_the_first_signed_one_covers_them_and_the_access_log()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0));
        Assert.False((await Sealing.Of(Host, _clock, signed: false).SealAsync(Cancellation))!.IsSigned);
        foreach (var sql in Database.IsShared ? BackOnPostgres : BackOnSqlite)
            await Database.RunAsync(sql);
        foreach (var sql in Database.IsShared ? [] : BackOnSqliteAccess)
            await Database.RunOnAccessAsync(sql);

        await upgrade(Database);
        await Database.Access.AppendAsync(
            new AccessBatch("gateway", [new AccessEntry(1, _clock.GetUtcNow(), "wang", null, "{}")]), Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var seal = await Sealing.Of(Host, _clock, signed: true, new AccessSpans(Database.Access, _clock)).SealAsync(Cancellation);
        Assert.Equal((true, 0), (seal!.IsSigned, seal.Count));

        await using var snapshot = await Database.AuditAsync();
        var report = await new JournalAudit(snapshot, SealKeys.Of(Sealing.Keys), TimeProvider.System, access: Database.Access)
            .RunAsync(Cancellation);
        Assert.Equal((2, 1, 1), (report.Counts.Seals, report.Counts.AccessSpans, report.Counts.AccessItems));
        Assert.DoesNotContain(
            report.Findings.Told, f => f.Kind is FindingKind.SealBroken or FindingKind.SealForged or FindingKind.AccessBroken);
    }
}
