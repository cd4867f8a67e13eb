using System.Reflection;
using Tocsin.Tests.Load.Clocks;
using Tocsin.Tests.Load.Consoles;
using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>Gathers what a run measured.</summary>
/// <param name="options">What is run.</param>
/// <param name="driver">The books and counts.</param>
/// <param name="consoles">The consoles.</param>
/// <param name="clock">The clock.</param>
public sealed class ResultSheet(LoadOptions options, Driver driver, ConsoleSet consoles, TimeProvider clock)
{
    private DateTimeOffset startedAt;
    private TimeSpan began, ran, cpuBefore, cpu;
    private long allocatedBefore, allocated, requests;
    private ProcessSample[] before = [], after = [];

    /// <summary>The first call is about to arrive.</summary>
    public void Begin()
    {
        startedAt = clock.GetUtcNow();
        began = driver.Agenda.Now;
        cpuBefore = Environment.CpuUsage.TotalTime;
        allocatedBefore = GC.GetTotalAllocatedBytes();
        before = Processes();
    }

    /// <summary>No more calls arrive.</summary>
    public void Ran()
    {
        ran = driver.Agenda.Now - began;
        cpu = Environment.CpuUsage.TotalTime - cpuBefore;
        allocated = GC.GetTotalAllocatedBytes() - allocatedBefore;
        requests = Books().Sum(b => b.Done + b.Failed);
        after = Processes();
    }

    /// <summary>The result, when everything is over.</summary>
    public LoadResult Make(
        Sampler sampler, string? server, WatchMetrics? firedBefore, WatchMetrics? firedAfter, int unfinished, bool interrupted)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        var counts = driver.Counts;
        var seconds = Math.Max(ran.TotalSeconds, 0.001);
        var all = driver.Commands.Whole();
        var feed = consoles.Counts;
        return new LoadResult(
            LoadResult.SchemaVersion,
            typeof(LoadProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
            startedAt,
            options.Seed,
            options.Profile,
            options.Gateways,
            server,
            Machine.This(),
            options.Duration.TotalSeconds,
            ran.TotalSeconds,
            interrupted,
            new StoryFigures(
                counts.Arrivals, counts.Incidents, counts.Joined, counts.Unoffered, counts.Declined, counts.Silent, counts.WithoutUnit,
                counts.BrokenOff, unfinished, counts.Positions),
            new KindFigures("all", all.Latency, all.Service),
            KindFigures.Of(driver.Commands),
            KindFigures.Of(driver.Reads),
            KindFigures.Of(driver.Positions),
            Books().Sum(b => b.Done),
            Books().Sum(b => b.Failed),
            [.. Books().SelectMany(b => b.Errors()).Select(e => new CodeCount(e.Name, e.Code, e.Count))],
            [.. Books().SelectMany(b => b.Expected()).Select(e => new CodeCount(e.Name, e.Code, e.Count))],
            new FeedFigures(
                consoles.Count, feed.Events, feed.Bytes, feed.Missed, feed.Repeated, feed.OutOfOrder, feed.Broken, consoles.Behind,
                feed.Cuts, feed.Resets, feed.Lag),
            new ClockFigures(
                options.Policy, firedAfter?.Fired - firedBefore?.Fired, firedAfter?.Late - firedBefore?.Late, options.Metrics.Count > 0),
            new OwnFigures(
                driver.Lag,
                cpu.TotalSeconds,
                cpu.TotalMicroseconds / Math.Max(requests, 1),
                allocated / (double)Math.Max(requests, 1),
                counts.NotBegun,
                counts.BatchesNotBegun,
                counts.Repeats),
            [
                new ProcessFigures(0, "load", cpu.TotalSeconds / seconds, Environment.WorkingSet, true),
                .. options.Pids.Select((pid, i) => new ProcessFigures(
                    pid,
                    ProcessName.Of(pid),
                    (after[i].Cpu - before[i].Cpu).TotalSeconds / seconds,
                    after[i].Resident,
                    after[i].Alive > 0)),
            ],
            sampler.Samples)
        {
            CommandLine = options.CommandLine,
            CommandsInTime = driver.Commands.InTime,
            PositionsRefused = counts.PositionsRefused,
            Slots = sampler.Slots,
        };
    }

    private LatencyBook[] Books() => [driver.Commands, driver.Reads, driver.Positions];

    private ProcessSample[] Processes() => [.. options.Pids.Select(p => ProcessSample.Take([p]))];
}
