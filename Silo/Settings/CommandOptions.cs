namespace Tocsin.Settings;

/// <summary>Options of a command line that are not configuration.</summary>
internal static class CommandOptions
{
    /// <summary>A folder, as an absolute path: <c>dotnet run --project</c> runs in the project's folder, not in the caller's.</summary>
    /// <exception cref="CommandException">The option is missing, or not an absolute path.</exception>
    public static string Folder(IConfiguration configuration, string name) => configuration[name] switch
    {
        { Length: > 0 } path when Path.IsPathFullyQualified(path) => path,
        { Length: > 0 } => throw new CommandException($"--{name}: give the whole path, e.g. --{name} \"$PWD/backup-1\"."),
        _ => throw new CommandException($"--{name} DIR is missing."),
    };

    /// <summary>A file, as an absolute path; null where the option is not given.</summary>
    /// <exception cref="CommandException">It is not an absolute path.</exception>
    public static string? FileOrNull(IConfiguration configuration, string name) => configuration[name] switch
    {
        { Length: > 0 } path when Path.IsPathFullyQualified(path) => path,
        { Length: > 0 } => throw new CommandException($"--{name}: give the whole path, e.g. --{name} \"$PWD/{name}\"."),
        _ => null,
    };
}
