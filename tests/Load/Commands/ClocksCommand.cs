using System.CommandLine;
using Tocsin.Tests.Load.Clocks;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Commands;

/// <summary><c>clocks</c>: how late clocks are said to be overdue while commands go on.</summary>
public static class ClocksCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var incidents = CommonOptions.Whole(
            "--incidents", "Open incidents, each with a clock that runs out.", 10_000, 1, ClockRunOptions.MostIncidents);
        var directives = CommonOptions.Whole(
            "--directives", "Open directives that nobody signs for, each with a clock for that.", 0, 0, ClockRunOptions.MostDirectives);
        var seconds = CommonOptions.Whole("--seconds", "Over how long the clocks run out.", 600, 1, 1_800);
        var rate = CommonOptions.Whole("--rate", "Commands per second meanwhile.", 200, 1, 10_000);
        var idle = CommonOptions.Whole("--idle", "Seconds for which the servers' idle processor time is taken.", 20, 1, 600);
        var pids = new Option<int[]>("--pid")
        {
            Description = "The servers' processes on this machine; give it once for each.",
            DefaultValueFactory = _ => [],
        };
        var url = CommonOptions.Url();
        var remote = CommonOptions.AllowRemote();
        var command = new Command(
            "clocks",
            "Clocks that run out, many and evenly, while commands go on. Chooses a timing policy of its own, and none in the end.")
        {
            incidents, directives, seconds, rate, idle, pids, url, remote,
        };
        CommonOptions.LoopbackOnly(command, remote, p => [p.GetValue(url)]);
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(url),
            new ClockRunOptions(
                parsed.GetValue(incidents),
                parsed.GetValue(directives),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(rate),
                TimeSpan.FromSeconds(parsed.GetValue(idle)),
                parsed.GetRequiredValue(pids)),
            stop));
        return command;
    }

    private static async Task<int> RunAsync(Uri url, ClockRunOptions options, CancellationToken stop)
    {
        using var client = new TocsinClient(url, CommonOptions.Tokens("clocks"), Patience.Default, TimeProvider.System);
        try
        {
            var result = await new ClockRun(client, options, TimeProvider.System).RunAsync(Console.WriteLine, stop);
            Print(result);
            return result.Failures().Count == 0 ? ExitCodes.Good : ExitCodes.Bad;
        }
        catch (Exception e) when (e is StoryEndedException or HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Bad;
        }
    }

    private static void Print(ClockRunResult result)
    {
        double Late(double percent) => ClockRunResult.Percentile(result.LatenessMs, percent);
        Console.WriteLine($"{result.LatenessMs.Count:N0} of {result.Clocks:N0} clocks said to be overdue; recorded after they were due: "
            + $"p50 {Late(50):0} ms, p90 {Late(90):0} ms, p99 {Late(99):0} ms, max {Late(100):0} ms; {result.Early:N0} before.");
        Console.WriteLine($"Fired (by the event itself): p50 {ClockRunResult.Percentile(result.FiredLateMs, 50):0} "
            + $"ms, p99 {ClockRunResult.Percentile(result.FiredLateMs, 99):0} ms, "
            + $"max {ClockRunResult.Percentile(result.FiredLateMs, 100):0} ms.");
        foreach (var l in result.Book.Latencies())
        {
            Console.WriteLine($"{l.Name}: {l.Count:N0} commands meanwhile, p50 {l.P50:0.0} ms, "
                + $"p99 {l.P99:0.0} ms, max {l.Max:0.0} ms, {result.Book.Failed:N0} failed.");
        }

        if (result is { IdleBefore: { } before, IdleOverdue: { } overdue })
            Console.WriteLine($"Idle servers used {before:P1} of a processor before, and {overdue:P1} with all of it overdue.");
        var failures = result.Failures();
        foreach (var failure in failures)
            Console.WriteLine(failure);
        Console.WriteLine(failures.Count == 0 ? "clocks: within limits." : "clocks: NOT within limits.");
    }
}
