using Npgsql;

namespace Tocsin.Schema;

/// <summary>
/// Indexes that came after the tables may have grown large: made beside those at work (<c>concurrently</c>, which no transaction and so no
/// script may), once.
/// One that was left half made, because its silo died, is thrown away and made anew.
/// </summary>
internal static class PostgresIndexes
{
    // On what never, or hardly ever, changes of a row: updates of the board stay heap-only. By the kind its few rows (stations, run cards,
    // units) are found among millions.
    private static readonly (string Name, string Definition)[] Indexes =
    [
        ("board_kind", "board (kind)"),
        ("board_listed", "board (kind, listed_at desc, stream) where listed_at is not null"),
        ("board_priority", "board (kind, priority, listed_at desc, stream) where listed_at is not null"),
        ("personal_digits", "personal (personal_digits(value) collate \"C\")"),
        ("board_listed_open", "board (kind, listed_at desc, stream) where open and listed_at is not null"),
    ];

    /// <summary>Makes those that are missing. The migrations' lock is held.</summary>
    public static async Task MakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var (name, definition) in Indexes)
        {
            var whole = await IsWholeAsync(connection, name, cancellation);
            if (whole is true)
                continue;
            if (whole is false)
                await RunAsync(connection, $"drop index concurrently {name}", cancellation);
            await RunAsync(connection, $"create index concurrently {name} on {definition}", cancellation);
        }
    }

    // Null: there is none.
    private static async Task<bool?> IsWholeAsync(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select indisvalid from pg_index where indexrelid = to_regclass($1)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        return (bool?)await command.ExecuteScalarAsync(cancellation);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
