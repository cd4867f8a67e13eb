using Npgsql;

namespace Tocsin.Tests.Support.Membership;

/// <summary>
/// Reads which silos the cluster counts as its members: what the silos have agreed on, and nothing that one of them believes.
/// </summary>
/// <param name="connectionString">The cluster's database.</param>
public sealed class MembershipTable(string connectionString)
{
    // Of several hosts the primary is asked, and a frozen one is not waited for.
    private static readonly Func<string, string> s_ofPrimary = connection => connection.Contains(',', StringComparison.Ordinal)
        ? connection + ";Target Session Attributes=primary;Host Recheck Seconds=1;Timeout=2;Command Timeout=5"
        : connection;

    /// <summary>Every silo that ever joined.</summary>
    public async Task<IReadOnlyList<SiloRow>> ReadAsync()
    {
        // No pool: it would hand out connections that ended with a server that was restarted.
        await using var connection = new NpgsqlConnection(s_ofPrimary(connectionString) + ";Pooling=false");
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
