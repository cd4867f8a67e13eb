using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Backup;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Journal.Sqlite;

namespace Tocsin.Tests.Journal.Backup;

/// <summary>A folder in which a data directory, its backups and what is restored of them lie side by side.</summary>
internal sealed class BackupFolders : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tocsin-");

    public string Root => _root.FullName;

    public string Data => this["data"];

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>A data directory with some events, which nobody has open, with a secret.</summary>
    public async Task FillAsync(int appends = 5)
    {
        using var process = CrashProcess.Start(Data, writers: 2, appends);
        await process.EndAsync();
        Assert.True(process.ExitCode == 0, process.Errors);
        await File.WriteAllBytesAsync(Path.Combine(Data, OnlineBackup.SecretFile), [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    }

    public BackupManifest Back(string name) => OnlineBackup.Make(Data, this[name], TimeProvider.System);

    public Epoch Restore(string backup, string data) => Restoration.Run(this[backup], this[data]).Epoch;

    /// <summary>Opens the journal of a folder, checks every chain of it, and hands it over.</summary>
    public async Task<IReadOnlyList<JournalEvent>> OpenAsync(string data, Func<IJournal, Task> use)
    {
        using var metrics = new JournalMetrics();
        using var directory = DataDirectory.Claim(this[data]);
        await using var journal = SqliteJournal.Open(
            directory.Journal, new JournalOptions(), TimeProvider.System, metrics, NullLoggerFactory.Instance);
        var events = await Whole.JournalAsync(journal, TestContext.Current.CancellationToken);
        Whole.Check(events);
        await use(journal);
        return events;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
