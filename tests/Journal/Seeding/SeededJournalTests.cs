using Npgsql;
using Tocsin.Auditing;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal.Sealing;
using Tocsin.Secrets;
using Tocsin.Tests.Journal.Auditing;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Seeding;
using Tocsin.Tests.Seeding.PostgreSql;

namespace Tocsin.Tests.Journal.Seeding;

/// <summary>
/// A past that the seeder wrote is what the program would have written: the operators' audit says so, and the program goes on behind it.
/// </summary>
public sealed class SeededJournalTests(PostgresFixture postgres)
{
    private static readonly SeedPlan Plan = new(4_000, new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero)) { Open = 7, Units = 20 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_audit_is_clean_down_to_the_seals_and_as_many_incidents_are_open_as_were_asked_for()
    {
        var (database, seeded) = await SeedAsync();
        var report = await AuditAsync(database);

        Assert.Empty(report.Findings.Told);
        Assert.Equal((seeded.Events, seeded.Seals), (report.Counts.Events, report.Counts.Seals));
        Assert.InRange(seeded.Events, Plan.Events * 0.9, Plan.Events * 1.1);
        Assert.Equal(report.Counts.Position, report.Counts.SealedTo);
        Assert.Equal((long)Plan.Open, await ScalarAsync(database, "select count(*) from incident_row where open"));
        Assert.True(
            (long)(await ScalarAsync(database, "select count(*) from journal where kind = 'ClockOverdue'"))! > 0,
            "No clock was ever late.");
        Assert.Equal(0L, await ScalarAsync(database, "select count(*) from board where due_at is not null"));
    }

    [Fact]
    public async Task Every_index_of_the_schema_is_there_again()
    {
        const string Indexes = "select string_agg(indexdef, E'\\n' order by indexdef) from pg_indexes where schemaname = 'public'";
        var (database, _) = await SeedAsync();

        Assert.Equal(await ScalarAsync((PostgresDatabase)await postgres.ForSuiteAsync(), Indexes), await ScalarAsync(database, Indexes));
    }

    [Fact]
    public async Task The_journal_takes_commands_on_old_and_new_streams()
    {
        var (database, seeded) = await SeedAsync();
        await using var host = await database.OpenAsync();
        var centre = new RuledCentre(host.Journal);
        var old = IncidentId.Of(
            (string)(await ScalarAsync(database, "select id from incident_row where not open order by received_at limit 1"))!);
        await centre.LoadAsync(old.Stream);

        var free = UnitId.Of(
            (string)(await ScalarAsync(database, "select substr(stream, 6) from board where kind = 2 order by version desc limit 1"))!);
        await centre.LoadAsync(free.Stream);

        var noted = await centre.DoAsync(old, new AddNote("after years"));
        var fresh = IncidentId.Of("fresh");
        await centre.DoAsync(fresh, new CreateIncident(null, "theft", 2, null, null, null, false, null), keyed: true);
        await centre.DoAsync(fresh, new AssignUnits([free], AssignMode.All, null), keyed: true);
        await centre.DoAsync(fresh, new CloseIncident("handled", null, null));

        Assert.Equal(seeded.Events + 1, noted.FirstPosition.Value);
        Assert.Empty((await AuditAsync(database)).Findings.Told);
    }

    [Fact]
    public async Task A_database_in_which_something_stands_is_left_alone()
    {
        var (database, seeded) = await SeedAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => PostgresSeeder.FillAsync(database.ConnectionString, Plan));

        Assert.Equal(seeded.Events, await ScalarAsync(database, "select count(*) from journal"));
    }

    private async Task<(PostgresDatabase Database, SeedResult Seeded)> SeedAsync()
    {
        var database = (PostgresDatabase)await postgres.ForSuiteAsync();
        return (database, await PostgresSeeder.FillAsync(database.ConnectionString, Plan));
    }

    private static async Task<AuditReport> AuditAsync(PostgresDatabase database)
    {
        await using var snapshot = await database.AuditAsync();
        return await new JournalAudit(
            snapshot,
            SealKeys.Of(new DerivedKeyRing((await DatabaseSecret.FindAsync(database.ConnectionString))!)),
            TimeProvider.System).RunAsync(Cancellation);
    }

    private static async Task<object?> ScalarAsync(PostgresDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
