using Npgsql;
using Tocsin.Identity;
using Tocsin.Units;

namespace Tocsin.Schema;

/// <summary>
/// Claims the call signs of units that claim none yet, while silos are at work, also those of earlier versions: what is found without a
/// lock is written behind the append's lock, and only for units that have not changed since. A unit that an earlier version writes
/// afterwards is claimed by the next start of a silo; until then the book of call signs of each silo knows it.
/// </summary>
internal static class PostgresCallSigns
{
    /// <summary>How many names are written behind the lock at a time.</summary>
    private const int Step = 200;

    private const string Units = "select stream, view, version from board where kind = $1";

    private const string Claims = "select name, stream, 0 from claim where name like $1 || '%'";

    // Arrays of names, of streams and of the versions at which the streams were read.
    private const string Same =
        "from unnest($1, $2, $3) c(name, stream, version) join board b on b.stream = c.stream and b.version = c.version";

    private const string GiveBack =
        $"delete from claim t using (select c.name, c.stream {Same}) c where t.name = c.name and t.stream = c.stream";

    private const string Take = $"insert into claim (name, stream) select c.name, c.stream {Same} on conflict (name) do nothing";

    /// <summary>Claims what is left. The migrations' lock is held.</summary>
    public static async Task FillAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var units = await ReadAsync(connection, Units, (short)StreamKind.Unit, cancellation);
        var claims = await ReadAsync(connection, Claims, CallSigns.ClaimSort, cancellation);
        var versions = units.ToDictionary(u => u.First, u => u.Version, StringComparer.Ordinal);
        var (back, take) = CallSignClaims.Missing(units.Select(u => (u.First, u.Second)), claims.Select(c => (c.First, c.Second)));
        foreach (var (sql, changes) in new[] { (GiveBack, back), (Take, take) })
        {
            foreach (var some in changes.Chunk(Step))
                await WriteAsync(connection, sql, some, versions, cancellation);
        }
    }

    private static async Task<List<(string First, string Second, int Version)>> ReadAsync(
        NpgsqlConnection connection, string sql, object value, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<(string, string, int)>();
        while (await reader.ReadAsync(cancellation))
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
        return rows;
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection,
        string sql,
        (string Name, string Stream)[] changes,
        Dictionary<string, int> versions,
        CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var wait = $"select pg_advisory_xact_lock({PostgresSchema.AppendLock})";
        await using (var gate = new NpgsqlCommand(wait, connection, transaction) { CommandTimeout = 0 })
            await gate.ExecuteNonQueryAsync(cancellation);

        // A statement of its own: it gets a snapshot younger than the lock.
        await using (var command = new NpgsqlCommand(sql, connection, transaction))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = changes.Select(c => c.Name).ToArray() });
            command.Parameters.Add(new NpgsqlParameter { Value = changes.Select(c => c.Stream).ToArray() });
            command.Parameters.Add(new NpgsqlParameter { Value = changes.Select(c => versions.GetValueOrDefault(c.Stream)).ToArray() });
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}
