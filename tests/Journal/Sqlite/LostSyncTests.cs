using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>
/// Power cuts, played back from a record of what a process really wrote and synced: at any moment of it, whatever part of the writes since
/// the last sync is lost, everything that it had acknowledged is there, whole and once, and nothing is taken for damage.
/// </summary>
public sealed class LostSyncTests : IDisposable
{
    private const string Strace = "/usr/bin/strace";
    private const int Writers = 3;
    private const int Appends = 8;
    private const int Cuts = 50;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Whatever_is_lost_of_what_was_not_synced_nothing_acknowledged_is()
    {
        Assert.SkipUnless(File.Exists(Strace) || Environment.GetEnvironmentVariable("CI") == "true", "strace is not installed");
        var (record, before) = await RecordAsync();
        Assert.Equal(Writers * Appends, record.SaidBefore(record.Count).Count);

        TestContext.Current.TestOutputHelper!.WriteLine($"{record.Count} steps");
        var random = new Random(1);
        for (var i = 0; i < Cuts; i++)
        {
            // Nothing of it, all of it, or any part.
            var share = (i % 4) switch { 0 => 0, 1 => 1, _ => random.NextDouble() };
            var step = i == 0 ? record.Count : random.Next(record.Count + 1);
            Assert.Null(await LossAsync(record, before, step, () => random.NextDouble() < share));
        }

        // A disk that only says that it synced loses what was acknowledged, and the same look finds that.
        var lies = await LossAsync(record, before, record.Count, () => false, syncs: false);
        Assert.NotNull(lies);
    }

    private async Task<(DiskRecord Record, Dictionary<string, byte[]> Before)> RecordAsync()
    {
        using (var first = CrashProcess.Start(Data, writers: 1, appends: 2))
            await first.EndAsync();
        var before = Directory.GetFiles(Data, "journal.db*")
            .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
        before.TryAdd("journal.db-wal", []);
        var trace = Path.Combine(_folder.FullName, "trace");
        using var process = CrashProcess.Start(Data, Writers, Appends, DiskRecord.Command(Strace, trace));
        await process.EndAsync();
        Assert.Equal(0, process.ExitCode);
        return (DiskRecord.Read(trace, Data), before);
    }

    /// <summary>What of the acknowledged is not there after a power cut; null: all of it is.</summary>
    private async Task<string?> LossAsync(
        DiskRecord record, IReadOnlyDictionary<string, byte[]> before, int step, Func<bool> survives, bool syncs = true)
    {
        var folder = _folder.CreateSubdirectory($"{Guid.NewGuid():N}").FullName;
        record.Play(step, before, folder, survives, syncs);
        var path = DataDirectory.JournalIn(folder);
        if (SqliteLog.Find(path) is { } damage)
            return $"step {step}: {damage}";
        using var metrics = new JournalMetrics();
        await using var journal = SqliteJournal.Open(
            path, new JournalOptions(), TimeProvider.System, metrics, NullLoggerFactory.Instance);
        var events = await Whole.JournalAsync(journal, Cancellation);
        Assert.DoesNotContain(events, e => e.IsDamaged);
        Whole.Check(events);
        foreach (var head in events.GroupBy(e => e.Stream).Select(g => g.Last()))
            Assert.Equal(head.Hash, (await journal.FindAsync(head.Stream, Cancellation))!.Hash);
        var appends = events.GroupBy(e => e.CommandId).ToDictionary(g => g.Key, g => g.Count());
        Assert.All(appends.Values, count => Assert.Equal(3, count));
        foreach (var line in record.SaidBefore(step))
        {
            var command = new CommandId(Guid.Parse(line.Split(' ')[1]));
            if (!appends.ContainsKey(command))
                return $"step {step}: {command}";
        }

        return null;
    }
}
