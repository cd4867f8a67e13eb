using System.CommandLine;
using Tocsin.Tests.Load.Printing;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Soaking;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>soak NAME</c>: a profile for a long time, with the slope of memory and latency.</summary>
public static class SoakCommand
{
    private const double MiB = 1 << 20;

    // The first minutes are warm-up: caches fill, code is compiled anew.
    private const int WarmUpMinutes = 5;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = string.Join(", ", ProfileCatalog.All.Select(p => p.Name)) };
        name.Validators.Add(r =>
        {
            if (ProfileCatalog.Find(r.GetValueOrDefault<string>()) is null)
                r.AddError($"NAME must be one of {string.Join(", ", ProfileCatalog.All.Select(p => p.Name))}.");
        });
        var minutes = CommonOptions.Whole("--minutes", "How long.", 30, 1, 10_080);
        var seed = CommonOptions.Whole("--seed", "The run of chance.", 1, 0, int.MaxValue);
        var pids = new Option<int[]>("--pid")
        {
            Description = "The servers' processes on this machine; give it once for each.",
            Required = true,
        };
        var url = CommonOptions.Url();
        var remote = CommonOptions.AllowRemote();
        var command = new Command(
            "soak", "A profile for a long time: memory and latency each minute, and how they grow; whether every server stays.")
        {
            name, minutes, seed, pids, url, remote,
        };
        CommonOptions.LoopbackOnly(command, remote, p => [p.GetValue(url)]);
        command.SetAction((parsed, stop) => RunAsync(
            ProfileCatalog.Find(parsed.GetRequiredValue(name))!,
            parsed.GetRequiredValue(url),
            TimeSpan.FromMinutes(parsed.GetValue(minutes)),
            parsed.GetValue(seed),
            parsed.GetRequiredValue(pids),
            stop));
        return command;
    }

    private static async Task<int> RunAsync(LoadProfile profile, Uri url, TimeSpan duration, int seed, int[] pids, CancellationToken stop)
    {
        var soak = new Soak(
            new ProfileRunner(new LoadOptions(profile, [url], duration, seed), CommonOptions.Tokens("soak"), TimeProvider.System),
            pids,
            TimeProvider.System);
        try
        {
            Console.WriteLine($"{profile.Name} on {url}: {profile.CallsPerSecond} calls/s for "
                + $"{duration.TotalMinutes:0} min, seed {seed}, {pids.Length} servers");
            var result = await soak.RunAsync(m => Console.WriteLine(
                $"minute {m.Minute}: {m.Commands:N0} commands, p50 {m.P50Ms:0.0} ms, p99 {m.P99Ms:0.0} ms, "
                    + $"{m.ResidentBytes / MiB:0} MiB, {m.Cpu:P0} of a processor, {m.Alive} servers"), stop);
            ProfileReport.Print(Screen.Open(), result);
            return Judge(soak.Minutes, pids.Length) && result.Failures().Count == 0 && !result.Interrupted ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (Exception e) when (e is StoryEndedException or HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Bad;
        }
    }

    private static bool Judge(IReadOnlyList<SoakMinute> all, int servers)
    {
        var minutes = all.Count > WarmUpMinutes * 2 ? all.Skip(WarmUpMinutes).ToList() : all;
        if (minutes.Count == 0)
            return false;
        var lost = servers - minutes[^1].Alive;
        Console.WriteLine($"From minute {minutes[0].Minute} to {minutes[^1].Minute}, each hour: "
            + $"memory {60 * Slope.PerStep([.. minutes.Select(m => m.ResidentBytes / MiB)]):+0.0;-0.0;0} MiB of "
            + $"{minutes.Average(m => m.ResidentBytes) / MiB:0}, "
            + $"p50 {60 * Slope.PerStep([.. minutes.Select(m => m.P50Ms)]):+0.00;-0.00;0} ms of {minutes.Average(m => m.P50Ms):0.00}, "
            + $"p99 {60 * Slope.PerStep([.. minutes.Select(m => m.P99Ms)]):+0.00;-0.00;0} ms of {minutes.Average(m => m.P99Ms):0.00}.");
        Console.WriteLine(lost == 0 ? "Every server stayed: no eviction." : $"{lost} servers are gone: evicted, or dead.");
        return lost == 0;
    }
}
