using Tocsin.Auditing;
using Tocsin.Hosting;

namespace Tocsin.Backup;

/// <summary><c>restore --from DIR</c>: brings a backup of the embedded mode's data back into an empty data directory, and audits it there.</summary>
internal static class RestoreCommand
{
    /// <summary>Restores it, says which history it is now, and what the audit says of it. Whatever that is, the data stays: somebody has to judge.</summary>
    /// <returns>The audit's: 0 when it finds nothing.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        var settings = TocsinSettings.Read(configuration);
        if (settings.Mode != RunMode.Embedded)
            throw new BackupException("Tocsin:Mode: a cluster's data is in PostgreSQL; ops/restore brings it back.");
        var (manifest, epoch) = Restoration.Run(CommandOptions.Folder(configuration, "from"), settings.DataDirectory);
        Console.WriteLine($"Restored into {Path.GetFullPath(settings.DataDirectory)}:");
        BackupCommand.Print(manifest);
        Console.WriteLine($"It goes on as epoch {epoch}.");
        Console.WriteLine("Personal data that was erased after the backup is there again: erase it again before anybody works with it (docs/backup.md).");
        return await AuditCommand.RunAsync(configuration);
    }
}
