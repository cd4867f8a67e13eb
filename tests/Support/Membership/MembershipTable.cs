using Npgsql;

namespace Tocsin.Tests.Support.Membership;

/// <summary>
/// Reads which silos the cluster counts as its members: what the silos have agreed on, and nothing that one of them believes.
/// </summary>
/// <param name="connectionString">The cluster's database.</param>
public sealed class MembershipTable(string connectionString)
{
    /// <summary>Every silo that ever joined.</summary>
    public async Task<IReadOnlyList<SiloRow>> ReadAsync()
    {
        // No pool: it would hand out connections that ended with a server that was restarted.
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select Port, Generation, Status, coalesce(SuspectTimes, '') <> '' from OrleansMembershipTable", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var silos = new List<SiloRow>();
        while (await rows.ReadAsync())
            silos.Add(new SiloRow(rows.GetInt32(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetBoolean(3)));
        return silos;
    }
}
