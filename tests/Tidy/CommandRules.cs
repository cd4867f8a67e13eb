using System.Text.RegularExpressions;

namespace Tocsin.Tests.Tidy;

/// <summary>What the README promises is what CI runs.</summary>
public sealed partial class CommandRules
{
    [Fact]
    public void The_readme_begins_with_its_two_commands()
    {
        var commands = CommandBlock().Matches(Repository.Read("README.md")).Select(m => m.Groups["command"].Value.Trim()).Take(2);

        Assert.Equal(["dotnet run --project Gateway", "ops/install-parts && ops/test"], commands);
    }

    [Fact]
    public void Ci_calls_the_readmes_test_command()
    {
        var ci = Repository.Read(".ci/run");

        Assert.Contains("\nops/install-parts\n", ci, StringComparison.Ordinal);
        Assert.EndsWith("exec ops/test\n", ci, StringComparison.Ordinal);
        Assert.Contains("\ndotnet format whitespace Tocsin.slnx --no-restore --verify-no-changes\n", ci, StringComparison.Ordinal);
        Assert.Contains(
            "\ndotnet format style Tocsin.slnx --no-restore --verify-no-changes --diagnostics IMPORTS\n", ci, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_package_has_its_version_in_one_place() => Assert.Empty(Repository.Files
        .Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))
        .SelectMany(f => OwnVersion().Matches(Repository.Read(f)).Select(m => $"{f}: {m.Value}")));

    [Fact]
    public void Every_project_is_in_the_solution_and_has_a_lock_file()
    {
        var solution = Repository.Read("Tocsin.slnx");

        Assert.All(Repository.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)), project =>
        {
            Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal);
            Assert.Contains($"{Path.GetDirectoryName(project)}/packages.lock.json", Repository.Files);
        });
    }

    [GeneratedRegex(@"```(?:sh|bash)\n(?<command>[^`]+?)```")]
    private static partial Regex CommandBlock();

    [GeneratedRegex(@"<PackageReference[^>]*Version=")]
    private static partial Regex OwnVersion();
}
