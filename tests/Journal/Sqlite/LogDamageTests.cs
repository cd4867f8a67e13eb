using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Auditing;
using Tocsin.Auditing.Sqlite;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Schema;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>
/// The write-ahead log as a crash leaves it: one that was cut short anywhere is whole, one in which a bit flipped is not, unless that is in
/// its last transaction.
/// </summary>
public sealed class LogDamageTests : IAsyncLifetime
{
    private const int PageLength = 4096;
    private const int FrameLength = 24 + PageLength;
    private const int HeaderLength = 32;
    private const int Appends = 12;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private byte[] _file = [];
    private byte[] _log = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Path => DataDirectory.JournalIn(_folder.FullName);

    private string LogPath => Path + "-wal";

    public async ValueTask InitializeAsync()
    {
        SqliteSchema.Upgrade(_folder.FullName);
        using var metrics = new JournalMetrics();
        await using var journal = SqliteJournal.Open(
            Path, new JournalOptions(), TimeProvider.System, metrics, NullLoggerFactory.Instance);
        for (var i = 0; i < Appends; i++)
        {
            var draft = new Draft(journal.Epoch).Event(new StreamId(StreamKind.Unit, "u"), i).Build();
            Assert.Equal(AppendOutcome.Committed, (await journal.AppendAsync(draft, Cancellation)).Outcome);
        }

        // While it is open: as a crash leaves it.
        _file = await Shared.ReadAsync(Path);
        _log = await Shared.ReadAsync(LogPath);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_log_that_ends_anywhere_is_what_a_crash_leaves()
    {
        var commits = Commits();
        Assert.Equal(Appends, commits.Count);
        foreach (var end in (int[])[0, 1, HeaderLength, HeaderLength + 1, .. commits.SelectMany(c => (int[])[c - 1, c, c + 7, c + 700])])
        {
            await WriteAsync(_log[..Math.Min(end, _log.Length)]);
            Assert.Null(SqliteLog.Find(Path));
        }
    }

    [Fact]
    public async Task A_last_transaction_of_which_parts_are_missing_is_what_a_crash_leaves()
    {
        // Of what was written behind the last sync, any part may have reached the disk.
        var commits = Commits();
        for (var at = commits[^2]; at + FrameLength <= commits[^1]; at += FrameLength)
        {
            var log = (byte[])_log.Clone();
            log.AsSpan(at, FrameLength).Clear();
            await WriteAsync(log);
            Assert.Null(SqliteLog.Find(Path));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(22)]
    [InlineData(24)]
    [InlineData(2000)]
    [InlineData(FrameLength - 1)]
    public async Task A_bit_that_flipped_before_the_last_transaction_is_found_and_the_lost_commits_are_counted(int offset)
    {
        var commits = Commits();
        for (var i = 0; i < commits.Count - 1; i++)
        {
            var start = i == 0 ? HeaderLength : commits[i - 1];
            var log = (byte[])_log.Clone();
            log[start + offset] ^= 0x10;
            await WriteAsync(log);
            var damage = SqliteLog.Find(Path);
            Assert.NotNull(damage);
            Assert.Equal(((start - HeaderLength) / FrameLength) + 1, damage.Frame);

            // A flip in the frame's own mark of a commit may hide or feign one.
            Assert.InRange(damage.Commits, commits.Count - i - 1, commits.Count - i + 1);
        }
    }

    [Theory]
    [InlineData(12)]
    [InlineData(25)]
    public async Task So_is_one_in_the_header_of_the_log(int offset)
    {
        var log = (byte[])_log.Clone();
        log[offset] ^= 0x10;
        await WriteAsync(log);
        Assert.Equal((1, Appends), (SqliteLog.Find(Path)!.Frame, SqliteLog.Find(Path)!.Commits));
    }

    [Fact]
    public async Task A_damaged_log_is_kept_the_start_says_so_and_the_history_is_another_one()
    {
        var commits = Commits();
        var log = (byte[])_log.Clone();
        log[commits[4] + 100] ^= 1;
        await WriteAsync(log);
        Assert.Contains(await AuditAsync(), f => f.Contains("frame", StringComparison.Ordinal));

        var kept = SqliteLog.Keep(Path, Draft.Noon)!;
        Assert.Equal("journal.db-wal.damaged-20260504T120000000Z", kept.Kept);
        Assert.Equal(log, await File.ReadAllBytesAsync(System.IO.Path.Combine(_folder.FullName, kept.Kept!), Cancellation));

        // SQLite itself says nothing: what was acknowledged is gone.
        using (var metrics = new JournalMetrics())
        {
            await using var journal = SqliteJournal.Open(
                Path, new JournalOptions(), TimeProvider.System, metrics, NullLoggerFactory.Instance);
            Assert.Equal(5, (await journal.ReadEndAsync(Cancellation)).Position.Value);
        }

        Assert.Contains(await AuditAsync(), f => f.Contains(kept.Kept!, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> AuditAsync()
    {
        await using var snapshot = SqliteAuditSnapshot.Open(_folder.FullName);
        var report = await new JournalAudit(snapshot, keys: null, TimeProvider.System).RunAsync(Cancellation);
        return [.. report.Findings.Told.Where(f => f.Kind == FindingKind.Damaged).Select(f => f.Words)];
    }

    /// <summary>Where each transaction of the log ends.</summary>
    private List<int> Commits()
    {
        var ends = new List<int>();
        for (var at = HeaderLength; at + FrameLength <= _log.Length; at += FrameLength)
        {
            if (_log.AsSpan(at + 8, 8).SequenceEqual(_log.AsSpan(16, 8)) && _log.AsSpan(at + 4, 4).IndexOfAnyExcept((byte)0) >= 0)
                ends.Add(at + FrameLength);
        }

        return ends;
    }

    private async Task WriteAsync(byte[] log)
    {
        File.Delete(Path + "-shm");
        await File.WriteAllBytesAsync(Path, _file, Cancellation);
        await File.WriteAllBytesAsync(LogPath, log, Cancellation);
    }

    private static class Shared
    {
        /// <summary>Reads a file that another has open; ours hold no lock that this would break.</summary>
        public static async Task<byte[]> ReadAsync(string path)
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, Cancellation);
            return bytes.ToArray();
        }
    }
}
