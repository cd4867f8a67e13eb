using Tocsin.Auditing;
using Tocsin.Settings;

namespace Tocsin.Backup;

/// <summary>
/// <c>restore --from DIR</c>: restores a backup of the embedded mode's data into an empty data directory, and audits it there.
/// </summary>
internal static class RestoreCommand
{
    /// <summary>The operator's last duty after a restore.</summary>
    public const string PersonalData =
        "Personal data that was erased after the backup is there again: erase it again before anybody works with it (docs/backup.md).";

    /// <summary>
    /// Restores the backup, prints the new epoch and the result of the audit. Whatever the audit finds, the data stays: the operator has to
    /// judge.
    /// </summary>
    /// <returns>The exit code of the audit: 0 when it finds nothing.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        var settings = TocsinSettings.Read(configuration);
        if (settings.Mode != RunMode.Embedded)
            throw new CommandException("Tocsin:Mode: a cluster's data is in PostgreSQL; ops/restore brings it back.");
        var (manifest, epoch) = Restoration.Run(CommandOptions.Folder(configuration, "from"), settings.DataDirectory);
        Console.WriteLine($"Restored into {Path.GetFullPath(settings.DataDirectory)}:");
        BackupCommand.Print(manifest);
        Console.WriteLine($"It goes on as epoch {epoch}.");
        Console.WriteLine(PersonalData);
        return await AuditCommand.RunAsync(configuration);
    }
}
