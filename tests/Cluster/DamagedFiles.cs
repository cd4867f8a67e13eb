using System.Net.Http.Json;
using System.Text.Json;
using Tocsin.Journal.Sqlite;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary>Files of the embedded default that are damaged while it is down: its start says so, and so does the audit.</summary>
[Trait("when", "nightly")]
public sealed class DamagedFiles : IAsyncLifetime
{
    private const int LogHeaderLength = 32;
    private const int FrameLength = 24 + 4096;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private ServerProcess _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Journal => DataDirectory.JournalIn(_folder.FullName);

    private string[] AuditOptions => ["--Tocsin:Mode", "Embedded", "--Tocsin:DataDirectory", _folder.FullName];

    public async ValueTask InitializeAsync()
    {
        _server = ServerProcess.Embedded(_folder.FullName);
        _server.Start();
        await _server.ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_log_and_then_a_file_that_are_damaged_are_named_and_never_taken_for_whole()
    {
        var epoch = await MakeAsync(5);
        await _server.KillAsync();

        // The log's last commits are dropped by SQLite without a word: the start keeps the log, says so, and it is another history.
        var log = await File.ReadAllBytesAsync(Journal + "-wal", Cancellation);
        log[Commits(log)[^3] + 100] ^= 1;
        await File.WriteAllBytesAsync(Journal + "-wal", log, Cancellation);

        _server.Start();
        await _server.ReadyAsync();
        Assert.Contains("write-ahead log was damaged", _server.Output, StringComparison.Ordinal);
        var kept = Assert.Single(_folder.GetFiles("journal.db-wal.damaged-*"));
        Assert.NotEqual(epoch, await MakeAsync(1));
        var (exit, output) = await JournalAuditing.RunAsync(AuditOptions);
        Assert.True(exit == 1, output);
        Assert.Contains("damaged - - the write-ahead log was damaged at an earlier start", output, StringComparison.Ordinal);
        Assert.Contains(kept.Name, output, StringComparison.Ordinal);
        Assert.Equal(0, await _server.StopAsync());
        kept.Delete();
        await JournalAuditing.OfFolderAsync(_folder.FullName);

        // A file that is cut off is not opened at all.
        await using (var file = new FileStream(Journal, FileMode.Open, FileAccess.ReadWrite))
            file.SetLength(file.Length / 2 / 4096 * 4096);
        _server.Start();
        Assert.Equal(1, await _server.EndAsync());
        Assert.Contains("is damaged", _server.Output, StringComparison.Ordinal);
        (exit, output) = await JournalAuditing.RunAsync(AuditOptions);
        Assert.True(exit == 1 && output.Contains("amaged", StringComparison.Ordinal), output);
    }

    /// <summary>Makes incidents.</summary>
    /// <returns>The epoch.</returns>
    private async Task<string> MakeAsync(int count)
    {
        using var http = await Desk.SignedInAsync(_server.Url);
        for (var i = 0; i < count; i++)
            (await Desk.CreateAsync(http, null)).EnsureSuccessStatusCode().Dispose();
        return (await http.GetFromJsonAsync<JsonElement>("/api/v1/board", Cancellation))
            .GetProperty("epoch").GetString()!;
    }

    /// <summary>Where each transaction of a log ends.</summary>
    private static List<int> Commits(byte[] log)
    {
        var ends = new List<int>();
        for (var at = LogHeaderLength; at + FrameLength <= log.Length; at += FrameLength)
        {
            if (log.AsSpan(at + 8, 8).SequenceEqual(log.AsSpan(16, 8)) && log.AsSpan(at + 4, 4).IndexOfAnyExcept((byte)0) >= 0)
                ends.Add(at + FrameLength);
        }

        return ends;
    }
}
