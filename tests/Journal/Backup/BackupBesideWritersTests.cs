using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Schema;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Journal.Backup;

/// <summary>Dispatchers do not notice that a backup is made.</summary>
public sealed class BackupBesideWritersTests : IDisposable
{
    private const int Events = 100_000;
    private const int Writers = 16;
    private readonly BackupFolders _folders = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folders.Dispose();

    /// <summary>
    /// With the deadlines of the product: an append that waits for longer than a second is answered as unavailable, and would fail this.
    /// </summary>
    [Fact]
    public async Task No_append_misses_its_deadline_while_a_large_journal_is_backed_up()
    {
        using var metrics = new JournalMetrics();
        using var claim = DataDirectory.Claim(_folders.Data);
        SqliteSchema.Upgrade(_folders.Data);
        await using var journal = SqliteJournal.Open(
            claim.Journal, new JournalOptions(), TimeProvider.System, metrics, NullLoggerFactory.Instance);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => AppendAsync(journal, $"fill-{i}", Events / 500 / 4)));

        var alone = await MeasureAsync(journal, "alone", Task.Delay(TimeSpan.FromSeconds(5), Cancellation));
        await using var backup = ToolRun.Silo("backup", "--to", _folders["backup"], "--Tocsin:DataDirectory", _folders.Data);
        var run = backup.EndAsync();
        var beside = await MeasureAsync(journal, "beside", run);

        var (exit, said) = await run;
        Assert.True(exit == 0, said);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{said}\nalone: {alone}\nbeside the backup: {beside}\nlog: {new FileInfo(claim.Journal + "-wal").Length:N0} bytes");
    }

    private static async Task<string> MeasureAsync(IJournal journal, string name, Task until)
    {
        var times = new ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(async () =>
        {
            for (var n = 0; !until.IsCompleted; n++)
            {
                var started = Stopwatch.GetTimestamp();
                await AppendAsync(journal, $"{name}-{i}-{n}", 1);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        })));
        double[] sorted = [.. times.Order()];
        return $"{sorted.Length:N0} appends, p50 {sorted[sorted.Length / 2]:0.0} ms, "
            + $"p99 {sorted[sorted.Length * 99 / 100]:0.0} ms, longest {sorted[^1]:0.0} ms";
    }

    /// <summary>Appends of four events on two streams.</summary>
    private static async Task AppendAsync(IJournal journal, string name, int appends)
    {
        StreamId incident = new(StreamKind.Incident, name), unit = new(StreamKind.Unit, name);
        for (var i = 0; i < appends; i++)
        {
            var draft = new Draft(journal.Epoch);
            foreach (var stream in new[] { incident, unit, incident, unit })
            {
                draft.Event(
                    stream,
                    i * 2,
                    data: """{"text":"A note of the length that a dispatcher writes while somebody shouts into the telephone."}""");
            }

            Assert.Equal(AppendOutcome.Committed, (await journal.AppendAsync(draft.Keyed().Build(), Cancellation)).Outcome);
        }
    }
}
