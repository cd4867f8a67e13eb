using System.CommandLine;
using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Benchmarks.Hot;

/// <summary><c>hot</c>: where a running process spends its processor time, and what it allocates, over some seconds.</summary>
internal static class HotCommand
{
    public static Command Make()
    {
        var pid = new Option<int[]>("--pid")
        {
            Description = "A .NET process of this machine; more of them: one after the other.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var seconds = new Option<int>("--seconds") { Description = "How long it is watched, 1 to 120.", DefaultValueFactory = _ => 10 };
        var top = new Option<int>("--top")
        {
            Description = "How many methods and types are listed, 1 to 500.",
            DefaultValueFactory = _ => 30,
        };
        var callers = new Option<string>("--callers")
        {
            Description = "Also from where a method is called whose name contains this.",
            DefaultValueFactory = _ => "",
        };
        var command = new Command("hot", "Processor time and allocations of a running process, by area, method and type (EventPipe).")
        {
            pid, seconds, top, callers,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(pid)!,
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 120)),
            Math.Clamp(parsed.GetValue(top), 1, 500),
            parsed.GetValue(callers)!,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int[] pids, TimeSpan time, int top, string callers, CancellationToken cancellation)
    {
        foreach (var pid in pids)
        {
            Console.WriteLine($"# {ProcessName.Of(pid)} ({pid}), {time.TotalSeconds:0} s");
            using var recording = await Recording.TakeAsync(pid, time, cancellation);
            HotTables.Print(recording, HotSpots.Read(recording.Path), top, callers);
        }

        return 0;
    }
}
