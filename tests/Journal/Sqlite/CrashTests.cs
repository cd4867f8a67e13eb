using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>Real processes on one folder: killed in the middle of appends, started twice, traced.</summary>
public sealed class CrashTests : IDisposable
{
    /// <summary>Where Linux has it. On the build server it must be there: a test that is left out there is a failure.</summary>
    private const string Strace = "/usr/bin/strace";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Whatever_was_acknowledged_before_a_kill_is_there_once_and_every_chain_is_whole()
    {
        var acknowledged = new Dictionary<CommandId, (long First, long Last)>();
        for (var round = 0; round < 5; round++)
        {
            using var process = CrashProcess.Start(_folder.FullName, writers: 32);
            await process.Opened.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            await process.HeardAsync(50 + (round * 40));
            await process.KillAsync();
            foreach (var words in process.Lines.Select(l => l.Split(' ')).Where(w => w is ["ack", _, _, _]))
                acknowledged.Add(new CommandId(Guid.Parse(words[1])), (Number(words[2]), Number(words[3])));
            await AuditAsync(acknowledged);
        }

        Assert.True(acknowledged.Count >= 600, $"only {acknowledged.Count} appends were acknowledged");
    }

    [Fact]
    public async Task A_second_process_on_the_folder_stops_with_one_line_that_names_the_key_and_the_first_goes_on()
    {
        using var first = CrashProcess.Start(_folder.FullName, writers: 1);
        await first.Opened.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        using var second = CrashProcess.Start(_folder.FullName, writers: 1);
        await second.EndAsync();
        Assert.Equal(1, second.ExitCode);
        Assert.StartsWith("Tocsin:DataDirectory", second.Errors, StringComparison.Ordinal);
        Assert.Empty(second.Lines);

        await first.HeardAsync(first.Lines.Count + 5);
        await first.KillAsync();
        using var third = CrashProcess.Start(_folder.FullName, writers: 1, appends: 1);
        await third.EndAsync();
        Assert.Equal(0, third.ExitCode);
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(20, 20)]
    public async Task There_are_never_fewer_syncs_of_the_log_than_batches(int writers, int appends)
    {
        // kill -9 does not test this: what was written survives the process without any sync, but not a power cut.
        Assert.SkipUnless(File.Exists(Strace) || Environment.GetEnvironmentVariable("CI") == "true", "strace is not installed");
        var trace = Path.Combine(_folder.FullName, "trace");
        using var process = CrashProcess.Start(
            _folder.FullName, writers, appends, Strace, "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", trace);
        await process.EndAsync();
        Assert.Equal(0, process.ExitCode);

        var batches = Number(process.Lines.Single(l => l.StartsWith("batches ", StringComparison.Ordinal)).Split(' ')[1]);
        var syncs = File.ReadLines(trace)
            .Count(l => l.Contains("journal.db-wal>", StringComparison.Ordinal) && l.Contains("sync(", StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper!.WriteLine($"{batches} batches, {syncs} syncs");
        Assert.InRange(batches, 1, writers * appends);
        Assert.True(syncs >= batches, $"{syncs} syncs for {batches} batches");
    }

    private static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private async Task AuditAsync(Dictionary<CommandId, (long First, long Last)> acknowledged)
    {
        using var metrics = new JournalMetrics();
        using var directory = DataDirectory.Claim(_folder.FullName);
        await using var journal = SqliteJournal.Open(
            directory.Journal, new JournalOptions(), TimeProvider.System, metrics, NullLoggerFactory.Instance);
        var events = await Whole.JournalAsync(journal, Cancellation);
        Whole.Check(events);
        var appends = events
            .GroupBy(e => e.CommandId)
            .ToDictionary(g => g.Key, g => (g.First().Position.Value, g.Last().Position.Value, g.Count()));
        Assert.All(appends.Values, a => Assert.Equal((3, 2), (a.Item3, a.Item2 - a.Item1)));
        foreach (var (command, (first, last)) in acknowledged)
        {
            Assert.Equal((first, last, 3), appends[command]);
            Assert.NotNull(await journal.FindCommandAsync(command, Cancellation));
        }

        foreach (var head in events.GroupBy(e => e.Stream).Select(g => g.Last()))
        {
            var row = await journal.FindAsync(head.Stream, Cancellation);
            Assert.Equal((head.Version, head.Position), (row!.Version, row.Position));
            Assert.Equal(head.Hash, row.Hash);
        }
    }
}
