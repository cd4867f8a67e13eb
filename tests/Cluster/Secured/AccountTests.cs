using Npgsql;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster.Secured;

/// <summary>
/// The accounts of <c>ops/postgres/roles.sql</c>: what each may do, and what not, on a database that a cluster works with.
/// </summary>
[Collection(SecuredServers.Name)]
public sealed class AccountTests(SecuredCluster cluster)
{
    [Fact]
    public void Whoever_migrates_says_which_schema_there_is_now() => Assert.Matches(@"^The schema is at \d{4}_\w+\.$", cluster.Migrated);

    [Theory]
    [InlineData("tocsin_gateway", "select count(*) from orleansmembershiptable")]
    [InlineData("tocsin_gateway", "select count(*) from orleansquery")]
    [InlineData("tocsin", "select count(*) from journal")]
    [InlineData("tocsin", "select journal_epoch()")]
    [InlineData("tocsin_auditor", "select journal_epoch()")]
    [InlineData("tocsin_auditor", "select count(*) from board")]
    [InlineData("tocsin_auditor", "select count(*) from access_span")]
    [InlineData("tocsin_backup", "select count(*) from personal")]
    [InlineData("tocsin_exporter", "select count(*) from pg_stat_activity where query is not null")]
    [InlineData("tocsin_owner", "create table public.mine (x int); drop table public.mine")]
    public async Task An_account_may_do_its_work(string account, string sql) => await cluster.AskAsync(account, sql);

    [Theory]
    [InlineData("tocsin_gateway", "select count(*) from public.journal")]
    [InlineData("tocsin_gateway", "select count(*) from personal")]
    [InlineData("tocsin_gateway", "select count(*) from deployment_secret")]
    [InlineData("tocsin", "create table public.mine (x int)")]
    [InlineData("tocsin", "drop table board")]
    [InlineData("tocsin", "update journal set line = ''")]
    [InlineData("tocsin", "delete from journal")]
    [InlineData("tocsin", "truncate journal")]
    [InlineData("tocsin", "delete from seal")]
    [InlineData("tocsin", "update access set line = ''")]
    [InlineData("tocsin", "delete from access_span")]
    [InlineData("tocsin", "delete from schema_version")]
    [InlineData("tocsin", "update orleansquery set querytext = ''")]
    [InlineData("tocsin_auditor", "select count(*) from personal")]
    [InlineData("tocsin_auditor", "select count(*) from deployment_secret")]
    [InlineData("tocsin_exporter", "select count(*) from public.journal")]
    [InlineData("tocsin_backup", "create table public.mine (x int)")]
    public async Task An_account_may_do_no_more(string account, string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => cluster.AskAsync(account, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_auditors_account_is_enough_for_the_audit()
    {
        // The public half of the seals' key, taken away by an account that may read the secret.
        await using var printing = ToolRun.Silo(
            "public-key", "--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", cluster.ConnectionString("tocsin"));
        var (printed, pem) = await printing.EndAsync();
        Assert.True(printed == 0, pem);
        var publicKey = Path.Combine(Path.GetTempPath(), $"tocsin-{Guid.NewGuid():N}.pub");
        await File.WriteAllTextAsync(publicKey, pem, TestContext.Current.CancellationToken);

        var (exit, output) = await JournalAuditing.RunAsync(
            "--Tocsin:Mode",
            "Cluster",
            "--ConnectionStrings:Tocsin",
            cluster.ConnectionString("tocsin_auditor"),
            "--public-key",
            publicKey);
        File.Delete(publicKey);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task The_backups_account_is_enough_for_a_backup()
    {
        var file = Path.Combine(Path.GetTempPath(), $"tocsin-{Guid.NewGuid():N}.dump");
        await using var backup = ToolRun.Start(Path.Combine(Checkout.Root, "ops/backup"), [file], new Dictionary<string, string>
        {
            ["PATH"] = $"{cluster.Postgres.Binaries}:{Environment.GetEnvironmentVariable("PATH")}",
            ["PGHOST"] = "127.0.0.1",
            ["PGPORT"] = $"{cluster.Postgres.Port}",
            ["PGUSER"] = "tocsin_backup",
            ["PGDATABASE"] = "tocsin",
            ["PGSSLMODE"] = "verify-full",
            ["PGSSLROOTCERT"] = cluster.Authority.File,
        });
        var (exit, output) = await backup.EndAsync();
        File.Delete(file);
        Assert.True(exit == 0, output);
    }
}
