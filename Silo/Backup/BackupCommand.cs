using System.Globalization;
using Tocsin.Settings;

namespace Tocsin.Backup;

/// <summary><c>backup --to DIR</c>: a backup of the embedded mode's data, whether a process is using it or not.</summary>
internal static class BackupCommand
{
    /// <summary>Makes the backup and prints its content.</summary>
    public static Task<int> RunAsync(IConfiguration configuration)
    {
        var settings = TocsinSettings.Read(configuration);
        if (settings.Mode != RunMode.Embedded)
            throw new CommandException("Tocsin:Mode: a cluster's data is in PostgreSQL; ops/backup makes a backup of it.");
        var target = CommandOptions.Folder(configuration, "to");
        var started = TimeProvider.System.GetTimestamp();
        var manifest = OnlineBackup.Make(settings.DataDirectory, target, TimeProvider.System);
        Console.WriteLine($"Backup of {Path.GetFullPath(settings.DataDirectory)}:");
        Print(manifest);
        if (settings.SecretFile is { } secret)
        {
            Console.WriteLine(
                $"  not in it: {secret} (Tocsin:SecretFile). Without it seals and digests cannot be checked: keep a copy elsewhere.");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Complete in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s: {target}"));
        return Task.FromResult(0);
    }

    /// <summary>Prints the content of a backup, line by line.</summary>
    public static void Print(BackupManifest manifest)
    {
        foreach (var file in manifest.Files)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file.Name,-11} {file.Bytes,15:N0} bytes"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  made {manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC, {manifest.Events:N0} events to position {manifest.Position:N0}, " +
            $"epoch {manifest.Epoch}"));
    }
}
