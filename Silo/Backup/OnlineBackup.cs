using System.Globalization;
using Microsoft.Data.Sqlite;
using Tocsin.Journal.Sqlite;
using Tocsin.Settings;

namespace Tocsin.Backup;

/// <summary>
/// A backup of an embedded data directory, whether a process is writing to it or not. It is made under a temporary name and renamed when it
/// is complete and on the disk: if it ends before, no folder is left that looks like a backup.
/// </summary>
public static class OnlineBackup
{
    /// <summary>The secret's file in a data directory, and in its backup.</summary>
    public const string SecretFile = "secret.key";

    /// <summary>Makes a backup of a data directory.</summary>
    /// <param name="dataDirectory">The folder with <c>journal.db</c>.</param>
    /// <param name="target">The folder of the backup, which does not exist yet, or is empty.</param>
    /// <param name="time">The clock that the manifest's time comes from.</param>
    /// <exception cref="CommandException">
    /// There is nothing to back up, the target is in use, or a file could not be read, copied or written.
    /// </exception>
    public static BackupManifest Make(string dataDirectory, string target, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var source = Path.GetFullPath(dataDirectory);
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (!File.Exists(DataDirectory.JournalIn(source)))
            throw new CommandException($"{DataDirectory.Key}: '{source}' has no journal.db: there is nothing to back up.");
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new CommandException($"'{target}' is there already: a backup is made into a new folder.");

        // Beside the target, and so on the same disk: the new name is then given in one step.
        var draft = $"{target}.unfinished-{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]}";
        try
        {
            PrivateFolder.Create(draft);
            var manifest = Fill(source, draft, time);
            manifest.Write(draft);
            PrivateFolder.Sync(draft);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(draft, target);
            PrivateFolder.Sync(Path.GetDirectoryName(target)!);
            return manifest;
        }
        catch (Exception e) when (e is SqliteException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Discard(draft);
            throw new CommandException($"The backup failed, nothing is left of it: {e.Message}", e);
        }
    }

    private static BackupManifest Fill(string source, string draft, TimeProvider time)
    {
        // grains.db first: its content may be older than the journal, never newer.
        if (File.Exists(DataDirectory.GrainsIn(source)))
            SqliteCopy.Make(DataDirectory.GrainsIn(source), DataDirectory.GrainsIn(draft));
        var madeAt = time.GetUtcNow();
        SqliteCopy.Make(DataDirectory.JournalIn(source), DataDirectory.JournalIn(draft));

        // access.db last: the spans that the journal's seals cover are in it.
        if (File.Exists(DataDirectory.AccessIn(source)))
            SqliteCopy.Make(DataDirectory.AccessIn(source), DataDirectory.AccessIn(draft));
        var secret = Path.Combine(source, SecretFile);
        if (File.Exists(secret))
            FileCopy.Copy(secret, Path.Combine(draft, SecretFile));

        using var journal = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = DataDirectory.JournalIn(draft),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        journal.Open();
        var end = JournalEnd.Read(journal);
        return new BackupManifest(
            BackupManifest.PresentFormat,
            madeAt,
            typeof(OnlineBackup).Assembly.GetName().Version!.ToString(3),
            end.Epoch.Value,
            end.Position,
            end.Events,
            [.. Directory.EnumerateFiles(draft).Order(StringComparer.Ordinal).Select(FileCopy.Describe)]);
    }

    private static void Discard(string draft)
    {
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
    }
}
