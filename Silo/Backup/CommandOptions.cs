namespace Tocsin.Backup;

/// <summary>What is said on the command line beside the configuration.</summary>
internal static class CommandOptions
{
    /// <summary>A folder, by its whole path: <c>dotnet run --project</c> works in the project's folder, not in that of whoever typed it.</summary>
    /// <exception cref="BackupException">It is missing or not a whole path.</exception>
    public static string Folder(IConfiguration configuration, string name) => configuration[name] switch
    {
        { Length: > 0 } path when Path.IsPathFullyQualified(path) => path,
        { Length: > 0 } => throw new BackupException($"--{name}: give the whole path, e.g. --{name} \"$PWD/backup-1\"."),
        _ => throw new BackupException($"--{name} DIR is missing."),
    };
}
