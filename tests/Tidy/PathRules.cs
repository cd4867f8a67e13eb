using System.Text.RegularExpressions;

namespace Tocsin.Tests.Tidy;

/// <summary>A page that names a file or folder of this repository names one that is there.</summary>
public sealed partial class PathRules
{
    /// <summary>What comes to be only when something runs, and patterns for names.</summary>
    private static readonly string[] Others = ["Gateway/data", "tests/Rules/StrykerOutput", "Silo/Schema/PostgreSql/NNNN_name.sql"];

    [Fact]
    public void Every_path_in_a_page_exists()
    {
        var files = Repository.Files.ToHashSet(StringComparer.Ordinal);
        var faults = Repository.Files
            .Where(f => f.EndsWith(".md", StringComparison.Ordinal) && f != "CHANGELOG.md")
            .SelectMany(page => NamedPath().Matches(Repository.Read(page)).Select(m => (Page: page, Path: m.Groups[1].Value)))
            .Where(n => !Others.Any(o => n.Path.StartsWith(o, StringComparison.Ordinal)) && !Exists(n.Path))
            .Select(n => $"{n.Page}: {n.Path}");
        Assert.Empty(faults);

        // A name may leave its ending out, or stand for all that begin like it.
        bool Exists(string path) => files.Any(f => f.StartsWith(path.TrimEnd('*', '/'), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"`((?:Grains|Grains\.Interfaces|Gateway|Silo|tests|ops|docs|clients|findings)/[A-Za-z0-9_./-]*)`")]
    private static partial Regex NamedPath();
}
