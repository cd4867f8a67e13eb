using Npgsql;
using Tocsin.Tests.Seeding;

namespace Tocsin.Tests.Benchmarks.JournalSize;

/// <summary>What is asked for.</summary>
/// <param name="OldIncident">The first incident that was closed.</param>
/// <param name="OldNumber">Its number.</param>
/// <param name="Unit">The unit with the longest history.</param>
/// <param name="UnitVersion">How long that is, in events.</param>
/// <param name="Events">How many events there are.</param>
/// <param name="Begins">When the past began.</param>
/// <param name="Ends">When it ended.</param>
internal sealed record SizeSample(
    string OldIncident, string OldNumber, string Unit, int UnitVersion, long Events, DateTimeOffset Begins, DateTimeOffset Ends)
{
    public static async Task<SizeSample> FindAsync(string connectionString, SeedResult seeded, DateTimeOffset ends)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select i.id, i.number, substr(u.stream, 6), u.version
            from (select id, number from incident_row where not open order by received_at limit 1) i,
              (select stream, version from board where kind = 2 order by version desc limit 1) u
            """,
            connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return new SizeSample(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), seeded.Events, seeded.Begins, ends);
    }
}
