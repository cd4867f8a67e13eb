using Tocsin.Hosting;

namespace Tocsin.Backup;

/// <summary><c>restore --from DIR</c>: brings a backup of the embedded mode's data back into an empty data directory.</summary>
internal static class RestoreCommand
{
    /// <summary>Restores it, and says which history it is now.</summary>
    public static Task<int> RunAsync(IConfiguration configuration)
    {
        var settings = TocsinSettings.Read(configuration);
        if (settings.Mode != RunMode.Embedded)
            throw new BackupException("Tocsin:Mode: a cluster's data is in PostgreSQL; ops/restore brings it back.");
        var (manifest, epoch) = Restoration.Run(CommandOptions.Folder(configuration, "from"), settings.DataDirectory);
        Console.WriteLine($"Restored into {Path.GetFullPath(settings.DataDirectory)}:");
        BackupCommand.Print(manifest);
        Console.WriteLine($"It goes on as epoch {epoch}.");
        Console.WriteLine("Personal data that was erased after the backup is there again: erase it again before anybody works with it (docs/backup.md).");
        return Task.FromResult(0);
    }
}
