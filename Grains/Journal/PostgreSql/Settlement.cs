using Npgsql;
using NpgsqlTypes;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.PostgreSql;

/// <summary>What became of a batch whose answer was lost: asked once its backend is gone, behind the append's lock.</summary>
internal static class Settlement
{
    /// <summary>
    /// The answers of those that are done; null for those that are not and never will be (or that leave only a command row, which the
    /// append itself finds again).
    /// </summary>
    public static async Task<AppendResult?[]> OfAsync(NpgsqlConnection connection, IReadOnlyList<PreparedAppend> batch)
    {
        await using var command = new NpgsqlCommand("call settle_1($1, $2, $3, null, null, null, null)", connection)
        {
            Parameters =
            {
                Column(NpgsqlDbType.Uuid, batch, a => a.Request.CommandId.Value),
                Column(NpgsqlDbType.Text, batch, a => a.Events.Count > 0 ? a.Events[0].Stream.ToString() : null),
                Column(NpgsqlDbType.Integer, batch, a => a.Events.Count > 0 ? (int?)a.Events[0].Version : null),
            },
        };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var epoch = new Epoch(reader.GetString(0));
        var done = reader.GetFieldValue<bool[]>(1);
        var stamps = reader.GetFieldValue<DateTime?[]>(2);
        var first = reader.GetFieldValue<long?[]>(3);
        return [.. batch.Select((append, i) => done[i]
            ? new AppendResult(
                AppendOutcome.Committed,
                epoch,
                new JournalPosition(first[i]!.Value),
                new JournalPosition(first[i]!.Value + append.Events.Count - 1),
                new DateTimeOffset(stamps[i]!.Value))
            : null)];
    }

    private static NpgsqlParameter<T[]> Column<T>(NpgsqlDbType type, IReadOnlyList<PreparedAppend> batch, Func<PreparedAppend, T> value) =>
        new() { TypedValue = [.. batch.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
