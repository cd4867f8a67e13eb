using System.Globalization;
using System.Text.RegularExpressions;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Ops.Deployment;

/// <summary>
/// The systemd units, as far as they can be judged where systemd does not run: by systemd's own judge, and by what they name.
/// </summary>
public sealed partial class SystemdTests
{
    // systemd's own scale: 10 is unsafe, below 2 it says OK and smiles.
    private const double MaxExposure = 2;

    private static readonly string Folder = Path.Combine(Checkout.Root, "ops/systemd");

    public static TheoryData<string> Services => [.. Directory.GetFiles(Folder, "*.service").Select(f => Path.GetFileName(f)!)];

    [Fact]
    public async Task Systemd_has_nothing_to_say_against_the_units()
    {
        var (exit, output) = await VerifyAsync(text => text);
        Assert.True(exit == 0 && output.Length == 0, output);
        (_, output) = await VerifyAsync(text => text.Replace("NoNewPrivileges=", "NoNewPrivilege=", StringComparison.Ordinal));
        Assert.Contains("NoNewPrivilege", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task What_a_unit_lays_open_is_little(string unit)
    {
        await using var judge = ToolRun.Start("systemd-analyze", ["security", "--offline=yes", Path.Combine(Folder, unit)]);
        var (_, output) = await judge.EndAsync();
        var exposure = double.Parse(Exposure().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(exposure, 0, MaxExposure);
    }

    [Fact]
    public void Every_variable_that_a_unit_sets_is_one_that_is_read()
    {
        var variables = Directory.GetFiles(Folder, "*.env").SelectMany(File.ReadLines).Where(l => l.Length > 0 && !l.StartsWith('#'))
            .Concat(Directory.GetFiles(Folder, "*.service")
                .SelectMany(File.ReadLines)
                .Where(l => l.StartsWith("Environment=", StringComparison.Ordinal))
                .Select(l => l["Environment=".Length..]))
            .Select(l => l.Split('=')[0]).Distinct().ToList();
        var units = string.Concat(Directory.GetFiles(Folder, "*.service").Select(File.ReadAllText));
        Assert.NotEmpty(variables);
        Assert.All(
            variables, v => Assert.True(KnownKeys.Has(v) || units.Contains($"${v}", StringComparison.Ordinal), $"Nobody reads {v}."));
    }

    [Fact]
    public void Every_file_of_variables_that_a_unit_wants_is_here()
    {
        var wanted = Directory.GetFiles(Folder, "*.service").SelectMany(File.ReadLines)
            .Where(l => l.StartsWith("EnvironmentFile=/", StringComparison.Ordinal)).Select(l => Path.GetFileName(l)).Distinct();
        Assert.All(wanted, file => Assert.True(File.Exists(Path.Combine(Folder, file)), $"{file} is not here."));
    }

    /// <summary>
    /// Lets systemd judge the units as they would be installed, with programs that are here in place of those that are not.
    /// </summary>
    private static async Task<(int Exit, string Output)> VerifyAsync(Func<string, string> change)
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-units-").FullName;
        foreach (var file in Directory.GetFiles(Folder)
            .Where(f => f.EndsWith(".service", StringComparison.Ordinal) || f.EndsWith(".timer", StringComparison.Ordinal)))
        {
            var text = (await File.ReadAllTextAsync(file)).Replace("/usr/bin/dotnet", "/bin/true", StringComparison.Ordinal);
            await File.WriteAllTextAsync(
                Path.Combine(folder, Path.GetFileName(file).Replace("@.", "@1.", StringComparison.Ordinal)), change(text));
        }

        await using var verify = ToolRun.Start("systemd-analyze", ["verify", "--man=no", .. Directory.GetFiles(folder)]);
        var result = await verify.EndAsync();
        Directory.Delete(folder, recursive: true);
        return (result.ExitCode, result.Output.Trim());
    }

    [GeneratedRegex(@"Overall exposure level for .*: ([0-9.]+)")]
    private static partial Regex Exposure();
}
