using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Results;

namespace Tocsin.Tests.Load.Soaking;

/// <summary>
/// A profile for a long time, looked at each minute: what it needs of latency, memory and processor, and whether every server stays.
/// </summary>
public sealed class Soak(ProfileRunner runner, IReadOnlyList<int> pids, TimeProvider clock)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private readonly List<SoakMinute> minutes = [];

    /// <summary>The minutes so far.</summary>
    public IReadOnlyList<SoakMinute> Minutes => minutes;

    /// <summary>Runs it.</summary>
    /// <param name="say">Told each minute.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<LoadResult> RunAsync(Action<SoakMinute> say, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(say);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var looking = LookAsync(say, end.Token);
        var result = await runner.RunAsync(_ => { }, stop);
        await end.CancelAsync();
        await looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return result;
    }

    private async Task LookAsync(Action<SoakMinute> say, CancellationToken end)
    {
        var before = ProcessSample.Take(pids);
        using var timer = new PeriodicTimer(Step, clock);
        while (await timer.WaitForNextTickAsync(end))
        {
            var now = ProcessSample.Take(pids);
            var window = runner.Book.TakeWindow();
            var minute = new SoakMinute(
                minutes.Count + 1, window.Count, window.P50, window.P99, now.Resident, (now.Cpu - before.Cpu) / Step, now.Alive);
            before = now;
            minutes.Add(minute);
            say(minute);
        }
    }
}
