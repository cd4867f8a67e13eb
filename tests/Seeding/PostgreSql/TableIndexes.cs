using Npgsql;

namespace Tocsin.Tests.Seeding.PostgreSql;

/// <summary>
/// The indexes of the tables that are filled, as the schema made them: dropped before, made again behind the last row, which is several
/// times faster.
/// </summary>
internal sealed class TableIndexes(NpgsqlDataSource source)
{
    private static readonly string[] Tables =
    [
        "journal", "board", "command", "incident_row", "response_row", "call_row", "personal", "board_mark", "unit_state", "seal",
    ];

    private readonly List<string> _make = [];

    /// <summary>Refuses a database in which something stands.</summary>
    public async Task RequireEmptyAsync()
    {
        await using var command = source.CreateCommand("select (select position from journal_end) = 0 and not exists (select from board)");
        if (await command.ExecuteScalarAsync() is not true)
            throw new InvalidOperationException("Only an empty database is filled: something stands in this one.");
    }

    /// <summary>Notes how they are made, and drops them.</summary>
    public async Task DropAsync()
    {
        var drop = new List<string>();
        await using (var command = source.CreateCommand("""
            select c.conname is not null, t.relname, i.relname, coalesce(pg_get_constraintdef(c.oid), pg_get_indexdef(i.oid))
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
              left join pg_constraint c on c.conindid = i.oid and c.contype in ('p', 'u')
            where t.relname = any ($1) and t.relnamespace = 'public'::regnamespace
            order by t.relname, i.relname
            """))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = Tables });
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                var (table, name, definition) = (row.GetString(1), row.GetString(2), row.GetString(3));
                drop.Add(row.GetBoolean(0) ? $"alter table {table} drop constraint {name}" : $"drop index {name}");
                _make.Add(row.GetBoolean(0) ? $"alter table {table} add constraint {name} {definition}" : definition);
            }
        }

        foreach (var statement in drop)
            await RunAsync(statement);
    }

    /// <summary>Makes them again, and the statistics by which the planner chooses.</summary>
    public async Task MakeAsync(Action<string>? said)
    {
        foreach (var statement in _make)
        {
            said?.Invoke(statement);
            await RunAsync($"set maintenance_work_mem = '1GB'; {statement}");
        }

        await RunAsync("analyze");
    }

    private async Task RunAsync(string statement)
    {
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
