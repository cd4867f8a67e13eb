using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Ops.Prometheus;

/// <summary>The tools of Prometheus and Alertmanager over all that is theirs: they know best what is wrong with it.</summary>
public sealed class PromtoolTests
{
    /// <summary>Two cores.</summary>
    private const int AtOnce = 2;

    private static string Alertmanager => Path.Combine(Checkout.Root, "ops/alertmanager/alertmanager.yml");

    [Fact]
    public async Task Configurations_and_rules_are_right()
    {
        await RunAsync("promtool", "check", "config", Path.Combine(RuleBook.Folder, "prometheus.yml"));
        await RunAsync("promtool", "check", "config", Path.Combine(RuleBook.Folder, "prometheus-embedded.yml"));
        await RunAsync("promtool", ["check", "rules", "--lint=all", "--lint-fatal", .. RuleBook.Files("rules")]);
        await RunAsync("amtool", "check-config", Alertmanager);
    }

    [Fact]
    public Task Every_case_of_every_rule_holds() => Parallel.ForEachAsync(
        RuleBook.Files("tests"),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (file, _) => await RunAsync("promtool", "test", "rules", file));

    [Theory]
    [InlineData("commander,pager", "severity=page", "scope=mission")]
    [InlineData("pager", "severity=page", "scope=data")]
    [InlineData("tickets", "severity=ticket", "scope=machine")]
    [InlineData("log", "severity=info", "scope=data")]
    [InlineData("watchdog", "severity=info", "alertname=Watchdog")]
    public async Task It_reaches_whom_it_concerns(string receivers, params string[] labels) =>
        Assert.Equal(
            receivers, (await RunAsync("amtool", ["config", "routes", "test", $"--config.file={Alertmanager}", .. labels])).Split('\n')[0]);

    private static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        await using var run = ToolRun.Start(program, arguments);
        var (code, output) = await run.EndAsync();
        Assert.True(code == 0, output);
        return output;
    }
}
