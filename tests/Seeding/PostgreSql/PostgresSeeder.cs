using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Tocsin.Schema;
using Tocsin.Secrets;
using Tocsin.Tests.Seeding.Lives;

namespace Tocsin.Tests.Seeding.PostgreSql;

/// <summary>
/// Fills an empty database with a past: one thread tells it by the rules, another chains and copies it. The indexes are made when all rows
/// are there. When it fails, throw the database away.
/// </summary>
public static class PostgresSeeder
{
    /// <summary>How many batches may wait to be copied: bounds the memory.</summary>
    private const int WaitingMost = 16;

    /// <summary>Fills it, after the program's own schema.</summary>
    /// <param name="connectionString">An account that may change the schema.</param>
    /// <param name="plan">The past.</param>
    /// <param name="said">Hears how far it is, now and then; may be null.</param>
    /// <exception cref="InvalidOperationException">The database is not empty.</exception>
    public static async Task<SeedResult> FillAsync(string connectionString, SeedPlan plan, Action<string>? said = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await PostgresSchema.UpgradeAsync(connectionString);
        var keys = new DerivedKeyRing(await DatabaseSecret.ReadOrMakeAsync(connectionString));
        await using var source = NpgsqlDataSource.Create(connectionString + ";Command Timeout=0;Maximum Pool Size=16");
        var indexes = new TableIndexes(source);
        await indexes.RequireEmptyAsync();
        var clock = Stopwatch.StartNew();
        await indexes.DropAsync();

        using var waiting = new BlockingCollection<SeedBatch>(WaitingMost);
        var past = new Past(plan, keys.KeyFor(KeyPurpose.Digest), waiting.Add);
        await using var copy = await SeedCopy.BeginAsync(source, keys.KeyFor(KeyPurpose.Seal));
        var copying = Task.Factory.StartNew(
            () =>
            {
                var batches = 0;
                foreach (var batch in waiting.GetConsumingEnumerable())
                {
                    copy.Write(batch);
                    if (++batches % SayEach == 0)
                        said?.Invoke($"{batch.Events[^1].Position:N0} events in {clock.Elapsed.TotalSeconds:N0} s");
                }
            },
            TaskCreationOptions.LongRunning);
        var telling = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    past.Tell();
                }
                finally
                {
                    waiting.CompleteAdding();
                }
            },
            TaskCreationOptions.LongRunning);

        // Whoever fails first is told: the teller would wait for ever for a copier that is gone.
        await await Task.WhenAny(copying, telling);
        await Task.WhenAll(copying, telling);
        var seals = await copy.EndAsync(plan.EndsAt);
        var told = clock.Elapsed;
        said?.Invoke($"{past.Events:N0} events told and copied in {told.TotalSeconds:N0} s");
        await indexes.MakeAsync(said);
        await FillListsAsync(source);
        said?.Invoke($"listed {(clock.Elapsed - told).TotalSeconds:N0} s after that");
        return new SeedResult(past.Events, past.Incidents, seals, past.Begins, told, clock.Elapsed - told);
    }

    // As an upgrade does it, with larger steps: nobody waits for the lock.
    private static async Task FillListsAsync(NpgsqlDataSource source)
    {
        await using (var command = source.CreateCommand("update listing_fill set last_id = '', done = false"))
            await command.ExecuteNonQueryAsync();
        foreach (var name in (string[])["incident", "call"])
        {
            await using var command = source.CreateCommand($"call fill_listing_1('{name}', 10000, null)");
            command.CommandTimeout = 0;
            while (await command.ExecuteScalarAsync() is not true)
            {
                // The next step.
            }
        }
    }

    /// <summary>How many batches are copied between two words of progress.</summary>
    private const int SayEach = 40;
}
