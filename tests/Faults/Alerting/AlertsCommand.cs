using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Tocsin.Tests.Load.Printing;

namespace Tocsin.Tests.Faults.Alerting;

/// <summary>
/// The command <c>alerts</c>: every alert that a real fault can bring about, in a real Prometheus with the rules as they are.
/// </summary>
public static class AlertsCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Makes it.</summary>
    public static Command Make()
    {
        var only = new Option<string[]>("--only")
        {
            Description = $"Only these faults: {string.Join(", ", AlertFaults.All.Select(f => f.Name))}.",
            AllowMultipleArgumentsPerToken = true,
        };
        only.AcceptOnlyFromAmong([.. AlertFaults.All.Select(f => f.Name)]);
        var json = new Option<FileInfo?>("--json") { Description = "Where the times are written." };
        var command = new Command(
            "alerts", "Breaks a cluster that a real Prometheus watches with the rules of ops/prometheus, and says which alert fired when.")
        {
            only, json,
        };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(only) ?? [], parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(string[] only, FileInfo? json)
    {
        var console = Screen.Open();
        await using var cluster = await WatchedCluster.StartAsync();
        var trial = new AlertTrial(cluster);
        var timings = new List<AlertTiming>();
        console.WriteLine("Rules, windows and delays are those of ops/prometheus; nothing is shortened. "
            + "Two notes a second go on meanwhile. Times in seconds.");
        console.WriteLine("| fault | alert | fired after | over after |");
        console.WriteLine("|---|---|---:|---:|");
        foreach (var fault in AlertFaults.All.Where(f => only.Length == 0 || only.Contains(f.Name)))
        {
            if (fault.Name == "disk-full" && cluster.Disk is null)
            {
                console.WriteLine($"| {fault.What} | NOT RUN: no disk can be mounted here | | |");
                continue;
            }

            if (!await trial.QuietAsync(fault))
                console.WriteLine($"| {fault.What} | fires already | | |");
            foreach (var timing in await trial.RunAsync(fault))
            {
                timings.Add(timing);
                var over = timing.OverIsAwaited || timing.OverAfter is not null ? Seconds(timing.OverAfter) : "not waited for";
                console.WriteLine($"| {fault.What} | {timing.Alert} | {Seconds(timing.FiredAfter)} | {over} |");
            }
        }

        if (json is not null)
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(timings, Json));
        var missed = timings.Count(t => !t.IsGood);
        console.WriteLine(missed == 0 ? "alerts: all fired, and all that were waited for were over." : $"alerts: {missed} did NOT.");
        return missed == 0 ? ExitCodes.Good : ExitCodes.Bad;
    }

    private static string Seconds(TimeSpan? time) =>
        time is { } known ? known.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) : "NOT";
}
