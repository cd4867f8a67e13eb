using System.Diagnostics;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Seeding;
using Tocsin.Tests.Seeding.PostgreSql;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.JournalSize;

/// <summary>Fills a database, starts a silo and a gateway on it, and measures.</summary>
internal sealed class SizeMeasuring(Arena arena, SizeOptions options, SizeColumn column)
{
    private const double Megabyte = 1 << 20;
    private static readonly string[] Tables =
    [
        "journal", "board", "incident_row", "response_row", "call_row", "command", "personal", "board_mark", "unit_state", "seal",
    ];

    public async Task RunAsync(CancellationToken cancellation)
    {
        var connection = await arena.Server.CreateDatabaseAsync();
        var end = SeedPlan.Today(TimeProvider.System);
        var seeded = await PostgresSeeder.FillAsync(
            connection, new SeedPlan(column.Asked, end) { Open = options.Open, Units = options.Units }, Console.Error.WriteLine);
        column.Add("events", seeded.Events);
        column.Add("incidents", seeded.Incidents);
        column.Add("seeding: told and copied, s", seeded.Told.TotalSeconds);
        column.Add("seeding: indexes and statistics, s", seeded.Indexed.TotalSeconds);
        await DiskAsync(connection);
        await arena.SettleAsync();

        await using var silo = RunningCluster.Silo(connection);
        await using var gateway = RunningCluster.Gateway(connection);
        using var client = await StartAsync(silo, gateway);
        if (options.OnlyStart)
            return;
        var sample = await SizeSample.FindAsync(connection, seeded, end);
        await ActivateAsync(client, sample);
        await CommandsAsync(client, cancellation);
        await SizeReads.RunAsync(client, column, sample);
        await column.OnceAsync("audit beside the silo", async () =>
        {
            var (exit, output) = await AuditAsync(connection);
            if (exit != 0)
                throw new InvalidOperationException($"The audit found something:\n{output}");
        });
    }

    private async Task DiskAsync(string connection)
    {
        foreach (var table in Tables)
        {
            column.Add(
                $"{table} with its indexes, MB",
                (long)(await Arena.ScalarAsync(connection, $"select pg_total_relation_size('{table}')"))! / Megabyte);
        }

        column.Add("database, MB", (long)(await Arena.ScalarAsync(connection, "select pg_database_size(current_database())"))! / Megabyte);
    }

    private async Task<SizeClient> StartAsync(ServerProcess silo, ServerProcess gateway)
    {
        var started = Stopwatch.GetTimestamp();
        silo.Start();
        await silo.ReadyAsync();
        column.Add("start: silo ready, ms", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        gateway.Start();
        await gateway.ReadyAsync();
        column.Add("start: gateway ready, too, ms", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        var client = await SizeClient.SignInAsync(gateway.Url);
        var bytes = await client.BoardAsync();
        column.Add("start: the board is back, ms", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        column.Add("the board, kB", bytes / 1024.0);
        return client;
    }

    private async Task ActivateAsync(SizeClient client, SizeSample sample)
    {
        await column.OnceAsync(
            "first command on an old incident",
            () => client.PostAsync($"/incidents/{sample.OldIncident}/notes", new { text = "after years" }));
        column.Add("events of the unit with the longest history", sample.UnitVersion);
        await column.OnceAsync(
            "first command on that unit", () => client.PostAsync($"/units/{sample.Unit}/messages", new { text = "are you there?" }));
        await column.OnceAsync(
            "second command on that unit", () => client.PostAsync($"/units/{sample.Unit}/messages", new { text = "and now?" }));
    }

    private async Task CommandsAsync(SizeClient client, CancellationToken cancellation)
    {
        const int InFlightCount = 64;
        var pgbench = await PgBenchContender.PrepareAsync(arena);
        await arena.SettleAsync();
        var reference = await pgbench.RunAsync(InFlightCount, options.Time);
        column.Add("pgbench, 64 clients, updates/s", reference.CommandsPerSecond);
        var made = new string[InFlightCount];
        var creating = Stopwatch.GetTimestamp();
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = (await client.PostAsync(
                "/incidents", new { category = "theft", priority = 2, location = new { lat = 36.5, lon = 113.0 } }))["/api/v1".Length..];
        }

        column.Add("an incident is made, one after the other, ms", Stopwatch.GetElapsedTime(creating).TotalMilliseconds / made.Length);
        await arena.SettleAsync();
        var (latency, elapsed) = await InFlight.RunAsync(
            InFlightCount,
            options.Time,
            worker => client.PostAsync(made[worker] + "/notes", new { text = "the caller rang again" }),
            cancellation);
        var notes = Score.Of(latency, elapsed, 1);
        column.Add("notes, 64 in flight, per second", notes.CommandsPerSecond);
        column.Add("notes, x pgbench", notes.CommandsPerSecond / reference.CommandsPerSecond);
        column.Add("notes, p50 ms", notes.P50);
        column.Add("notes, p99 ms", notes.P99);
    }

    private static async Task<(int ExitCode, string Output)> AuditAsync(string connection)
    {
        // The silo's own program; its reader gives up sooner than an audit of 10 M events takes.
        using var audit = Process.Start(
            new ProcessStartInfo("dotnet", [Checkout.Silo, "audit", "--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", connection])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            })!;
        var errors = audit.StandardError.ReadToEndAsync();
        var output = await audit.StandardOutput.ReadToEndAsync();
        await audit.WaitForExitAsync();
        return (audit.ExitCode, output + await errors);
    }
}
