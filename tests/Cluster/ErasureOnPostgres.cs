using System.Text;
using Npgsql;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// <see cref="Erasure"/> in a cluster of two silos and a gateway, which take long to start on two cores: every row of every table is looked
/// at, and a dump.
/// </summary>
[Trait("when", "nightly")]
public sealed class ErasureOnPostgres : Erasure
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private RunningCluster _cluster = null!;

    protected override Uri Url => _cluster.Gateways[0].Url;

    public override async ValueTask InitializeAsync() =>
        _cluster = await RunningCluster.StartAsync(new ClusterPlan { Silos = 2, Gateways = 1 });

    public override async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override async Task<IReadOnlyList<string>> FindAsync()
    {
        await using var connection = new NpgsqlConnection(_cluster.ConnectionString);
        await connection.OpenAsync(Cancellation);
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select tablename from pg_tables where schemaname = 'public'", connection))
        await using (var reader = await list.ExecuteReaderAsync(Cancellation))
        {
            while (await reader.ReadAsync(Cancellation))
                tables.Add(reader.GetString(0));
        }

        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var read = new NpgsqlCommand($"select coalesce(string_agg(t::text, E'\\n'), '') from \"{table}\" t", connection);
            found.AddRange(In(table, Encoding.UTF8.GetBytes((string)(await read.ExecuteScalarAsync(Cancellation))!)));
        }

        foreach (var process in _cluster.Silos.Concat(_cluster.Gateways))
            found.AddRange(In("a log", Encoding.UTF8.GetBytes(process.Output)));
        return found;
    }

    protected override async Task<IReadOnlyList<string>> FindInBackupAsync()
    {
        var dump = Path.Combine(_folder.FullName, "dump.sql");
        await using var run = ToolRun.Start(
            Path.Combine(_cluster.Postgres.Binaries, "pg_dump"),
            ["-f", dump, new NpgsqlConnectionStringBuilder(_cluster.ConnectionString).Database!],
            new Dictionary<string, string>
            {
                ["PGHOST"] = "127.0.0.1",
                ["PGPORT"] = $"{_cluster.Postgres.Port}",
                ["PGUSER"] = "tocsin",
            });
        var (exit, said) = await run.EndAsync();
        Assert.True(exit == 0, said);
        return [.. In("the dump", await File.ReadAllBytesAsync(dump, Cancellation))];
    }

    protected override async Task<string> AuditAsync()
    {
        var (exit, said) = await JournalAuditing.RunAsync(
            "--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", _cluster.ConnectionString);
        Assert.True(exit == 0, said);
        return said;
    }
}
