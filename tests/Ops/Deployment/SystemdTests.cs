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
    public void Each_service_has_an_account_of_its_own_that_is_made()
    {
        var made = File.ReadLines(Path.Combine(Folder, "tocsin.sysusers")).Where(l => l.StartsWith("u ", StringComparison.Ordinal))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).ToList();
        var users = Units().Where(u => Values(u, "DynamicUser").Count == 0).Select(u => Assert.Single(Values(u, "User"))).ToList();
        Assert.Equal(made.Order(StringComparer.Ordinal), users.Order(StringComparer.Ordinal));
        Assert.All(Units(), u => Assert.Equal(Values(u, "User"), Values(u, "Group")));
        Assert.All(
            File.ReadLines(Path.Combine(Folder, "tocsin.tmpfiles")).Where(l => l.StartsWith("d ", StringComparison.Ordinal)),
            line => Assert.Contains(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], made.Append("root")));
    }

    /// <summary>Beside their modes: what a service does not use, it does not see.</summary>
    [Fact]
    public void A_service_sees_no_keys_backups_or_data_of_another()
    {
        string[] secrets = ["/etc/tocsin/tls/silo.key", "/etc/tocsin/tls/gateway.key", "/etc/tocsin/tls/https.key", "/var/backups"];
        Assert.All(Units(), unit =>
        {
            var used = string.Concat(Values(unit, "EnvironmentFile").Select(f => Path.Combine(Folder, Path.GetFileName(f.TrimStart('-'))))
                .Where(File.Exists).Select(File.ReadAllText)) + File.ReadAllText(Path.Combine(Folder, unit)).Split("# Hardening.")[0];
            var hidden = Assert.Single(Values(unit, "InaccessiblePaths")).Split(' ').Select(p => p.TrimStart('-')).ToList();
            Assert.All(secrets, secret => Assert.True(used.Contains(secret, StringComparison.Ordinal) != hidden.Contains(secret), secret));
            Assert.NotEqual(Values(unit, "StateDirectory").Contains("tocsin"), hidden.Contains("/var/lib/tocsin"));
        });
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

    private static List<string> Units() => [.. Directory.GetFiles(Folder, "*.service").Select(f => Path.GetFileName(f))];

    private static List<string> Values(string unit, string key) => [.. File.ReadLines(Path.Combine(Folder, unit))
        .Where(l => l.StartsWith(key + "=", StringComparison.Ordinal)).Select(l => l[(key.Length + 1)..])];

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
