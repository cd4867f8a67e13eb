using System.Diagnostics;

namespace Tocsin.Tests.Tidy;

/// <summary>The checkout that these tests run in: its tracked files, as text.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The tracked files, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = Git("ls-files", "--cached", "--others", "--exclude-standard")
        .Where(f => File.Exists(Path.Combine(Root, f)))
        .ToList();

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The C# files of a room.</summary>
    public static IEnumerable<string> Sources(params string[] rooms) =>
        Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && rooms.Any(r => f.StartsWith(r + "/", StringComparison.Ordinal)));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Tocsin.slnx")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("These tests run inside a checkout.");
    }

    private static List<string> Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        git.WaitForExit();
        return git.ExitCode == 0 ? lines : throw new InvalidOperationException("git does not answer.");
    }
}
