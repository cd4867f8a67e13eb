using System.Diagnostics;
using Tocsin.Tests.Load.Auditing;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Load.Feed;

/// <summary>Clients on a feed while a load runs, and the judgement of each of them afterwards.</summary>
public sealed class FeedRun(FeedRunOptions options, TokenBook tokens, TimeProvider clock) : IDisposable
{
    private readonly FeedConnection gateway = new(options.Url, tokens);
    private readonly FeedConnection other = new(options.CommandUrl, tokens);
    private readonly FeedClock latencies = new();

    /// <summary>Runs it.</summary>
    /// <exception cref="IOException">The truth could not be read.</exception>
    public async Task<FeedRunResult> RunAsync(Action<string> say, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(say);
        using var recording = options.Record is { } path ? new FeedRecording(path) : null;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (_, start) = await other.BoardAsync(stop);
        var clients = Enumerable.Range(0, options.Clients)
            .Select(i => new FeedClient(gateway, latencies, i == 0 ? recording : null, new Random(i)))
            .ToList();
        var running = await StartAsync(clients, over.Token);
        say($"{clients.Count:N0} clients hang on {options.Url}");

        var began = clock.GetTimestamp();
        var before = (Watched: ProcessSample.Take(options.Watched), Own: OwnCpu());
        await LoadAsync(say, stop);
        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        var after = (Watched: ProcessSample.Take(options.Watched), Own: OwnCpu());

        var (_, end) = await other.BoardAsync(stop);
        await CaughtUpAsync(clients, end, stop);
        await over.CancelAsync();
        await Task.WhenAll(running);
        say("All is over; now the truth is read.");
        start = Math.Min(start, clients.Select(c => c.Seen?.Start ?? start).DefaultIfEmpty(start).Min());
        var truth = await FeedTruth.ReadAsync(other, start, Math.Max(end, clients.Select(c => c.Passed).DefaultIfEmpty(end).Max()), stop);
        if (options.Trails)
        {
            using var reader = new TocsinClient(options.CommandUrl, tokens, Patience.Default, clock);
            await truth.CompareTrailsAsync(new TrailReader(reader), stop);
        }

        var isWhole = options.Watched.Count > 0
            && before.Watched.Alive == options.Watched.Count
            && after.Watched.Alive == options.Watched.Count;
        return Judge(clients, end, truth, seconds) with
        {
            Cpu = isWhole ? (after.Watched.Cpu - before.Watched.Cpu).TotalSeconds / seconds : null,
            ResidentBytes = isWhole ? after.Watched.Resident : null,
            OwnCpu = (after.Own - before.Own).TotalSeconds / seconds,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gateway.Dispose();
        other.Dispose();
    }

    private static TimeSpan OwnCpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static async Task<List<Task>> StartAsync(List<FeedClient> clients, CancellationToken over)
    {
        var running = new List<Task>(clients.Count);
        var opening = new Queue<Task>();
        foreach (var client in clients)
        {
            running.Add(Task.Run(() => client.RunAsync(over), CancellationToken.None));
            opening.Enqueue(client.Opened);
            if (opening.Count >= FeedRunOptions.ConnectingAtOnce)
                await opening.Dequeue().WaitAsync(FeedRunOptions.CatchUpTime, over);
        }

        await Task.WhenAll(opening).WaitAsync(FeedRunOptions.CatchUpTime, over);
        return running;
    }

    private async Task LoadAsync(Action<string> say, CancellationToken stop)
    {
        var killing = KillAsync(say, stop);
        if (options.Profile is null)
        {
            await Task.Delay(options.Duration, clock, stop);
        }
        else
        {
            using var load = LoadBeside.Start(options);
            if (options.Killed.Count > 0)
            {
                // What is to be shown has been shown then; stories would take half a minute more to live themselves out.
                await Task.Delay(options.Duration, clock, stop);
                await load.HurryAsync();
            }

            say((await load.EndAsync(stop)).TrimEnd());
        }

        await killing;
    }

    private async Task KillAsync(Action<string> say, CancellationToken stop)
    {
        foreach (var pid in options.Killed)
        {
            await Task.Delay(options.Duration / (options.Killed.Count + 1), clock, stop);
            using var victim = Process.GetProcessById(pid);
            victim.Kill();
            say($"killed {pid}");
        }
    }

    private async Task CaughtUpAsync(List<FeedClient> clients, long end, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        while (clients.Any(c => c.Passed < end) && clock.GetElapsedTime(began) < FeedRunOptions.CatchUpTime)
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, stop);
    }

    private FeedRunResult Judge(List<FeedClient> clients, long end, FeedTruth truth, double seconds)
    {
        var verdicts = clients.Select(c => ClientVerdict.Of(c, end, truth)).ToList();
        return new FeedRunResult(
            clients.Count,
            Math.Round(seconds, 1),
            truth.Count(truth.Start, end),
            clients.Sum(c => (long)(c.Seen?.Count ?? 0)),
            verdicts.Sum(v => (long)v.Missed),
            verdicts.Sum(v => (long)v.Repeated),
            verdicts.Sum(v => (long)v.OutOfOrder),
            verdicts.Count(v => v.Altered),
            verdicts.Count(v => !v.IsExact),
            clients.Sum(c => c.Resets),
            clients.Sum(c => c.Connections),
            clients.SelectMany(c => c.Ends).GroupBy(e => e.Key, e => e.Value).OrderBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum()),
            latencies.Live(),
            latencies.OverCuts(),
            null,
            null,
            0,
            [.. truth.Faults],
            options.P99Limit?.TotalMilliseconds);
    }
}
