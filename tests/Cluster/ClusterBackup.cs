using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// A cluster on PostgreSQL, backed up under load by ops/backup, and brought back by ops/restore: for other silos, and beneath silos that
/// stay up.
/// </summary>
public sealed class ClusterBackup(ClusterBackup.Servers servers) : IClassFixture<ClusterBackup.Servers>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private readonly RunningCluster _cluster = servers.Cluster;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Url => _cluster.Gateways[0].Url;

    private string Database => new NpgsqlConnectionStringBuilder(_cluster.ConnectionString).Database!;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_acknowledged_before_the_backup_began_is_served_by_a_new_cluster_and_goes_on()
    {
        using var http = await Desk.SignedInAsync(Url);
        using var made = await Desk.CreateAsync(http, "key-1");
        var id = await Desk.IdOf(made);
        await using (var load = Ordeal.StartLoad([Url], In("ledger")))
        {
            await Ordeal.UnderWayAsync(load, In("ledger"));
            File.Copy(In("ledger"), In("before"));
            await RunAsync("ops/backup", In("dump"));
            var (exit, output) = await load.EndAsync();
            Assert.True(exit == 0, output);
        }

        await RunAsync("ops/restore", In("dump"), "restored");
        var before = await EpochAsync(Database);
        var after = await EpochAsync("restored");
        Assert.Equal(Restored(before, 1), after.Split('.')[0]);

        await using var silo = RunningCluster.Silo(_cluster.Postgres.ConnectionString("restored"));
        await using var gateway = RunningCluster.Gateway(_cluster.Postgres.ConnectionString("restored"));
        silo.Start();
        await silo.ReadyAsync();
        gateway.Start();
        await gateway.ReadyAsync();
        await Ordeal.JudgeAsync(gateway.Url, In("before"));

        using var later = await Desk.SignedInAsync(gateway.Url);
        using var repeated = await Desk.CreateAsync(later, "key-1");
        Assert.Equal(id, await Desk.IdOf(repeated));
        Assert.Equal("true", Assert.Single(repeated.Headers.GetValues("Idempotency-Replayed")));
        using var next = await Desk.CreateAsync(later, null);
        Assert.Equal(HttpStatusCode.Created, next.StatusCode);
        Assert.Equal(0L, await AskAsync("restored", "select count(*) - count(distinct number) from incident_row"));

        // Once more, of the very same file: yet another history.
        await RunAsync("ops/restore", In("dump"), "twin");
        var twin = await EpochAsync("twin");
        Assert.NotEqual(after, twin);

        // And a backup of what was restored counts on.
        await RunAsync("ops/backup", In("later"), ("PGDATABASE", "restored"));
        await RunAsync("ops/restore", In("later"), "second");
        Assert.Equal(Restored(before, 2), (await EpochAsync("second")).Split('.')[0]);
    }

    [Fact]
    public async Task Silos_and_gateway_that_stay_up_while_the_database_beneath_them_is_replaced_go_on_with_the_restored_history()
    {
        using var http = await Desk.SignedInAsync(Url);
        using var kept = await Desk.CreateAsync(http, null);
        var before = await Desk.IdOf(kept);
        await NoteAsync(http, before, HttpStatusCode.OK);
        await RunAsync("ops/backup", In("dump"));

        // Two more versions of the one, and another: the restored history knows neither, the silos remember both.
        await NoteAsync(http, before, HttpStatusCode.OK);
        await NoteAsync(http, before, HttpStatusCode.OK);
        using var lost = await Desk.CreateAsync(http, null);
        var after = await Desk.IdOf(lost);

        await RunAsync("ops/restore", In("dump"), "beneath", "--silos", "stay");
        await AskAsync("postgres", $"alter database {Database} allow_connections false");
        await AskAsync("postgres", $"select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = '{Database}'");
        await AskAsync("postgres", $"alter database {Database} rename to broken");
        await AskAsync("postgres", $"alter database beneath rename to {Database}");

        var waited = Stopwatch.StartNew();
        await Until.HoldsAsync("the restored history is read", ReadsAsync, stop: Cancellation);
        await Until.HoldsAsync("the restored history goes on", GoesOnAsync, stop: Cancellation);

        TestContext.Current.TestOutputHelper!.WriteLine($"on with the restored history after {waited.Elapsed.TotalSeconds:0.0} s");
        await NoteAsync(http, after, HttpStatusCode.NotFound);
        using var next = await Desk.CreateAsync(http, null);
        Assert.Equal(HttpStatusCode.Created, next.StatusCode);
        Assert.All(_cluster.Silos.Concat(_cluster.Gateways), process => Assert.False(process.HasExited, process.Output));
        Assert.Equal(0L, await AskAsync(Database, "select count(*) - count(distinct number) from incident_row"));

        async Task<bool> ReadsAsync()
        {
            using var answer = await http.GetAsync($"/api/v1/incidents/{before}", Cancellation);
            return answer.IsSuccessStatusCode && await Desk.VersionOf(answer) == 2;
        }

        async Task<bool> GoesOnAsync()
        {
            using var answer = await http.PostAsJsonAsync($"/api/v1/incidents/{before}/notes", new { text = "goes on" }, Cancellation);
            if (answer.StatusCode == HttpStatusCode.OK)
                Assert.Equal(3, await Desk.VersionOf(answer));
            else
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            return answer.StatusCode == HttpStatusCode.OK;
        }
    }

    [Fact]
    public async Task The_mark_is_refused_while_silos_are_at_work_and_on_a_database_that_is_none_of_ours()
    {
        // A silo whose session to write was cut off opens another with its next append: until then it is at work all the same.
        await AskAsync(
            Database, "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where application_name = 'tocsin writer'");
        var (exit, said) = await MarkAsync(Database);
        Assert.Equal(1, exit);
        Assert.Contains(
            "Silos are at work", Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        (exit, said) = await MarkAsync("postgres");
        Assert.Equal(1, exit);
        Assert.Contains("no journal", Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(0L, await AskAsync("postgres", "select count(*) from pg_tables where schemaname = 'public'"));
    }

    [Fact]
    public async Task A_damaged_dump_is_not_restored_and_nothing_is_left_of_it()
    {
        using var http = await Desk.SignedInAsync(Url);
        using var made = await Desk.CreateAsync(http, null);
        await RunAsync("ops/backup", In("dump"));
        await using (var file = new FileStream(In("dump"), FileMode.Open))
            file.SetLength(file.Length / 2);

        await using var restore = Script("ops/restore", [In("dump"), "damaged"]);
        Assert.NotEqual(0, (await restore.EndAsync()).ExitCode);
        Assert.Equal(0L, await AskAsync("postgres", "select count(*) from pg_database where datname like 'damaged%'"));
    }

    private async Task<(int ExitCode, string Output)> MarkAsync(string database)
    {
        await using var run = ToolRun.Silo(
            "restored", "--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", _cluster.Postgres.ConnectionString(database));
        return await run.EndAsync();
    }

    private static async Task NoteAsync(HttpClient http, string incident, HttpStatusCode expected)
    {
        using var answer = await http.PostAsJsonAsync($"/api/v1/incidents/{incident}/notes", new { text = "a note" }, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>An epoch without its timeline, after so many restores more.</summary>
    private static string Restored(string epoch, int times)
    {
        var parts = epoch.Split('.')[0].Split('-');
        return $"{string.Join('-', parts[..^1])}-{int.Parse(parts[^1], CultureInfo.InvariantCulture) + times}";
    }

    private async Task<string> EpochAsync(string database) => (string)(await AskAsync(database, "select journal_epoch()"))!;

    private async Task<object?> AskAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(_cluster.Postgres.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private Task RunAsync(string script, string file, params string[] arguments) => RunAsync(script, [file, .. arguments], []);

    private Task RunAsync(string script, string file, (string, string) variable) => RunAsync(script, [file], [variable]);

    private async Task RunAsync(string script, IReadOnlyList<string> arguments, IReadOnlyList<(string Key, string Value)> variables)
    {
        await using var run = Script(script, arguments, variables);
        var (exit, output) = await run.EndAsync();
        Assert.True(exit == 0, output);
        Assert.Contains("Complete", output, StringComparison.Ordinal);
    }

    private ToolRun Script(string script, IReadOnlyList<string> arguments, IReadOnlyList<(string Key, string Value)>? variables = null)
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = $"{_cluster.Postgres.Binaries}:{Environment.GetEnvironmentVariable("PATH")}",
            ["PGHOST"] = "127.0.0.1",
            ["PGPORT"] = $"{_cluster.Postgres.Port}",
            ["PGUSER"] = "tocsin",
            ["PGDATABASE"] = Database,
            ["TOCSIN_SILO"] = Checkout.Silo,
        };
        foreach (var (key, value) in variables ?? [])
            environment[key] = value;
        return ToolRun.Start(Path.Combine(Checkout.Root, script), arguments, environment);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The cluster of all of them: what one test restores has a name that no other uses.</summary>
    public sealed class Servers : IAsyncLifetime
    {
        public RunningCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Cluster = await RunningCluster.StartAsync(new ClusterPlan { Silos = 2, Gateways = 1 });

        public ValueTask DisposeAsync() => Cluster.DisposeAsync();
    }
}
