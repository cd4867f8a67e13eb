using Npgsql;

namespace Tocsin.Schema;

/// <summary>
/// Lists the incidents and calls that were there before lists were one for all kinds: a few at a time, each behind the append's lock for
/// some milliseconds, while silos of earlier versions go on. What they write meanwhile is listed by the append itself.
/// </summary>
internal static class PostgresListing
{
    /// <summary>How many things are listed behind the lock at a time.</summary>
    private const int Step = 200;

    private static readonly string[] Sources = ["incident", "call"];

    /// <summary>Lists what is left. The migrations' lock is held; one that was interrupted goes on where it was.</summary>
    public static async Task FillAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var source in Sources)
        {
            while (!await StepAsync(connection, source, cancellation))
            {
                // The next step.
            }
        }
    }

    private static async Task<bool> StepAsync(NpgsqlConnection connection, string source, CancellationToken cancellation)
    {
        await using var done = new NpgsqlCommand("select done from listing_fill where source = $1", connection);
        done.Parameters.Add(new NpgsqlParameter { Value = source });
        if (await done.ExecuteScalarAsync(cancellation) is true)
            return true;
        await using var command = new NpgsqlCommand("call fill_listing_1($1, $2, null)", connection) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter { Value = source });
        command.Parameters.Add(new NpgsqlParameter { Value = Step });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}
