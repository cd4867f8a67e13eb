using Tocsin.Tests.Load.Consoles;
using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>Looks at a run each second, or less often where it is long: a chart of a week needs no second.</summary>
public sealed class Sampler
{
    /// <summary>The most samples that are kept.</summary>
    public const int SamplesMax = 3_600;

    /// <summary>The most slots of latencies by kind.</summary>
    public const int SlotsMax = 240;

    private readonly Driver driver;
    private readonly ConsoleCounts consoles;
    private readonly IReadOnlyList<int> pids;
    private readonly TimeSpan duration, step;
    private readonly TimeProvider clock;
    private readonly LatencyWindow commands, reads, positions;
    private readonly List<LoadSample> samples = [];
    private readonly List<LatencySlot> slots = [];
    private readonly int slotEach;
    private (TimeSpan At, int Calls, long Positions, long Due, TimeSpan[] Cpu) before;

    /// <summary>Begins to look.</summary>
    public Sampler(Driver driver, ConsoleCounts consoles, IReadOnlyList<int> pids, TimeSpan duration, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(driver);
        this.driver = driver;
        this.consoles = consoles;
        this.pids = pids;
        this.duration = duration;
        this.clock = clock;
        step = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(1, duration.TotalSeconds / SamplesMax)));
        (commands, reads, positions) = (driver.Commands.OpenWindow(), driver.Reads.OpenWindow(), driver.Positions.OpenWindow());
        slotEach = (int)Math.Ceiling(Math.Max(1, duration / step / SlotsMax));
        before = Now([.. Processes().Select(p => p.Cpu)]);
    }

    /// <summary>The samples so far.</summary>
    public IReadOnlyList<LoadSample> Samples => samples;

    /// <summary>The latencies of each kind so far.</summary>
    public IReadOnlyList<LatencySlot> Slots => slots;

    /// <summary>Looks until it is told to stop.</summary>
    public async Task RunAsync(Action<LoadProgress> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(progress);
        using var timer = new PeriodicTimer(step, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                progress(new LoadProgress(Take(), driver, duration));
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private LoadSample Take()
    {
        var processes = Processes();
        var now = Now([.. processes.Select(p => p.Cpu)]);
        var seconds = Math.Max((now.At - before.At).TotalSeconds, 0.001);
        var ((figures, failed), (asked, askedFailed)) = (commands.Take(), reads.Take());
        var feed = consoles.TakeLag();
        var sample = new LoadSample(
            now.At.TotalSeconds,
            (now.Calls - before.Calls) / seconds,
            figures.Count / seconds,
            failed + askedFailed + positions.Take().Failed,
            figures.P50,
            figures.P99,
            figures.Max,
            driver.Counts.UnderWay,
            driver.TakeLag(),
            feed.P50,
            feed.P99,
            (now.Positions - before.Positions) / seconds,
            [.. now.Cpu.Zip(before.Cpu, (a, b) => Math.Max(0, (a - b).TotalSeconds / seconds))])
        {
            Asked = (now.Due - before.Due) / seconds,
            Reached = (figures.Count + asked.Count) / seconds,
            Resident = [.. processes.Select(p => p.Resident)],
        };
        before = now;
        if (samples.Count >= SamplesMax * 2)
            return sample;
        samples.Add(sample);
        if (samples.Count % slotEach == 0)
        {
            slots.Add(new LatencySlot(
                sample.At,
                [.. driver.Commands.TakeKinds().Concat(driver.Reads.TakeKinds()).Concat(driver.Positions.TakeKinds())
                    .Select(k => new KindSlot(k.Name, k.Count, k.P50, k.P99, k.Max))]));
        }

        return sample;
    }

    private (TimeSpan At, int Calls, long Positions, long Due, TimeSpan[] Cpu) Now(TimeSpan[] cpu) =>
        (driver.Agenda.Now, driver.Counts.Arrivals, driver.Counts.Positions, driver.Counts.Due, cpu);

    private ProcessSample[] Processes() =>
        [new ProcessSample(1, Environment.CpuUsage.TotalTime, Environment.WorkingSet), .. pids.Select(p => ProcessSample.Take([p]))];
}
