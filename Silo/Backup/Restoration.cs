using Microsoft.Data.Sqlite;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Schema;
using Tocsin.Settings;

namespace Tocsin.Backup;

/// <summary>Restores a backup into an empty data directory, as the start of another history.</summary>
public static class Restoration
{
    /// <summary>
    /// Checks each file against the manifest while it is copied, brings the schema up to this program's, and raises the count of restores.
    /// Until all of that is on the disk, no silo can start on the folder, even if this process is killed.
    /// </summary>
    /// <param name="backup">The folder of the backup; it is only read.</param>
    /// <param name="dataDirectory">The folder to restore into, which does not exist yet, or is empty.</param>
    /// <returns>The manifest of what was restored, and the new epoch.</returns>
    /// <exception cref="CommandException">
    /// The backup is not whole, the folder is not empty, or a file could not be read or written.
    /// </exception>
    /// <exception cref="Hosting.MisconfigurationException">
    /// Another process has the folder, or a restore into it was not finished.
    /// </exception>
    public static (BackupManifest Manifest, Epoch Epoch) Run(string backup, string dataDirectory)
    {
        backup = Path.GetFullPath(backup);
        var manifest = BackupManifest.Read(backup);
        using var target = DataDirectory.Claim(dataDirectory);
        if (!target.IsEmpty)
        {
            throw new CommandException(
                $"{DataDirectory.Key}: '{target.Path}' is not empty: a backup is restored into an empty folder. Move what is there aside.");
        }

        target.BeginRestore();
        try
        {
            foreach (var file in manifest.Files)
                Copy(file, backup, target.Path);
            var epoch = Begin(manifest, target.Path);
            PrivateFolder.Sync(target.Path);
            target.EndRestore();
            PrivateFolder.Sync(target.Path);
            return (manifest, epoch);
        }
        catch (Exception e) when (e is SqliteException or IOException or InvalidDataException or UnauthorizedAccessException
            or CommandException or Hosting.MisconfigurationException)
        {
            target.Clear();
            throw new CommandException($"Nothing was restored: {e.Message}", e);
        }
    }

    private static void Copy(BackupFile file, string backup, string target)
    {
        if (!File.Exists(Path.Combine(backup, file.Name)))
            throw new CommandException($"'{file.Name}' is missing in the backup.");
        if (FileCopy.Copy(Path.Combine(backup, file.Name), Path.Combine(target, file.Name)) != file)
            throw new CommandException($"'{file.Name}' is damaged: it is not the file that the manifest names.");
    }

    /// <summary>Checks that the journal is the one that the manifest names, and starts its new history.</summary>
    private static Epoch Begin(BackupManifest manifest, string target)
    {
        using (var before = Open(DataDirectory.JournalIn(target), SqliteOpenMode.ReadWrite))
        {
            SqliteCopy.RequireWhole(before, DataDirectory.JournalIn(target));
            if (JournalEnd.Read(before) != new JournalEnd(new Epoch(manifest.Epoch), manifest.Position, manifest.Events))
                throw new CommandException("the journal ends elsewhere than the manifest says.");
        }

        SqliteSchema.Upgrade(target);
        using var journal = Open(DataDirectory.JournalIn(target), SqliteOpenMode.ReadWrite);
        SqliteDurability.Set(journal);
        SqliteDurability.Require(journal);
        return SqliteEpoch.Raise(journal);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        return connection;
    }
}
