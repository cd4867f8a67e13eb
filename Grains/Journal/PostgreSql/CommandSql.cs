using Npgsql;
using Tocsin.Identity;

namespace Tocsin.Journal.PostgreSql;

/// <summary>The rows of keyed commands.</summary>
internal static class CommandSql
{
    /// <summary>Finds those of a list of ids.</summary>
    public const string Find = "select id, digest, stream, version, status, extra from command where id = any($1)";

    /// <summary>All that a command finds.</summary>
    public static async Task<Dictionary<CommandId, CommandRow>> ReadAllAsync(NpgsqlCommand command)
    {
        var rows = new Dictionary<CommandId, CommandRow>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = Read(reader);
            rows.Add(row.Id, row);
        }

        return rows;
    }

    /// <summary>Reads one.</summary>
    public static CommandRow Read(NpgsqlDataReader row) => new(
        new CommandId(row.GetGuid(0)),
        new CommandKey(row.GetFieldValue<byte[]>(1), row.GetInt16(4), row.IsDBNull(5) ? null : row.GetString(5)),
        StreamId.OfRow(row.GetString(2)),
        row.GetInt32(3));
}
