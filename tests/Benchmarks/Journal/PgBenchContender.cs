using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>
/// pgbench: each transaction updates one row of many by its key, prepared; the least that a durable transition can cost PostgreSQL.
/// </summary>
internal sealed partial class PgBenchContender(Arena arena, string connectionString, string script)
{
    private const int Rows = 100_000;

    public static async Task<PgBenchContender> PrepareAsync(Arena arena)
    {
        var connection = await arena.Server.CreateDatabaseAsync();
        await Arena.ScalarAsync(
            connection,
            "create table one (id int primary key, value int not null) with (fillfactor "
                + $"= 70); insert into one select i, 0 from generate_series(1, {Rows}) i");
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"\\set id random(1, {Rows})\nupdate one set value = value + 1 where id = :id;\n");
        return new PgBenchContender(arena, connection, script);
    }

    public async Task<Score> RunAsync(int clients, TimeSpan time)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var output = await PostgresServer.RunAsync(Path.Combine(arena.Server.Binaries, "pgbench"), [
            "-n", "-M", "prepared", "-c", Text(clients), "-j", "2", "-T", Text((int)time.TotalSeconds), "-f", script,
            "-h", to.Host!, "-p", Text(to.Port), "-U", to.Username!, to.Database!,
        ]);
        var perSecond = Number(Tps().Match(output));
        var latency = Number(Latency().Match(output));
        return new Score(perSecond, perSecond, latency, double.NaN, "mean in place of p50");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();

    [GeneratedRegex(@"latency average = ([0-9.]+) ms")]
    private static partial Regex Latency();
}
