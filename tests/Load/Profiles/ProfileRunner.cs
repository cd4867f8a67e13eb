using HdrHistogram;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>Runs a profile: calls arrive by their schedule whatever the server does, each lives its story.</summary>
public sealed class ProfileRunner(LoadProfile profile, TocsinClient client, TimeProvider clock, Delays delays, int seed)
{
    /// <summary>The most stories under way at once; a call beyond it is counted, not begun.</summary>
    public const int MostUnderWay = 20_000;

    /// <summary>How long stories may take to finish after the last call.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(60);

    /// <summary>How long a whole story may hold a unit; the pool is made for it.</summary>
    public static readonly TimeSpan UnitHeld = TimeSpan.FromSeconds(40);

    private readonly LatencyBook book = new();
    private readonly LongHistogram lag = new(1, 600_000_000, 3);
    private readonly string run = $"load-{Guid.NewGuid():N}";
    private int incidents, withoutUnit, brokenOff;

    /// <summary>The latencies so far.</summary>
    public LatencyBook Book => book;

    /// <summary>How many units the pool needs: those held at once, and half as many again.</summary>
    public int PoolSize => Math.Clamp((int)(profile.CallsPerSecond * profile.IncidentShare * profile.UnitsPerIncident * UnitHeld.TotalSeconds * 1.5) + 10, 10, UnitPool.Most);

    /// <summary>Runs it for <paramref name="duration"/>; when <paramref name="stop"/> is asked for, no more calls come and the stories end quickly.</summary>
    public async Task<ProfileResult> RunAsync(TimeSpan duration, Action<LatencyBook> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var pool = await UnitPool.CreateAsync(client, "LP", PoolSize, stop);
        using var end = new CancellationTokenSource();
        var random = new Random(seed);
        var underWay = new List<Task>();
        int number = 0, notBegun = 0;
        var started = clock.GetTimestamp();
        try
        {
            foreach (var at in PoissonArrivals.Schedule(profile.CallsPerSecond, duration, random))
            {
                var early = at - clock.GetElapsedTime(started);
                if (early > TimeSpan.Zero)
                    await Task.Delay(early, clock, stop);
                lag.RecordValue(Math.Clamp((long)(clock.GetElapsedTime(started) - at).TotalMicroseconds, 1, 600_000_000));
                underWay.RemoveAll(t => t.IsCompleted);
                if (underWay.Count >= MostUnderWay)
                    notBegun++;
                else
                    underWay.Add(LiveAsync(number++, at, started, random.Next(), pool, stop, end.Token));
                if (number % 16 == 0)
                    progress(book);
            }

            await Task.Delay(Remaining(duration, started), clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        var ran = clock.GetElapsedTime(started);
        var unfinished = await DrainAsync(underWay, end);
        return new ProfileResult(profile, ran, number, incidents, notBegun, withoutUnit, brokenOff, unfinished, lag.GetValueAtPercentile(99) / 1000.0, book, stop.IsCancellationRequested);
    }

    private TimeSpan Remaining(TimeSpan duration, long started)
    {
        var left = duration - clock.GetElapsedTime(started);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task<int> DrainAsync(List<Task> underWay, CancellationTokenSource end)
    {
        var all = Task.WhenAll(underWay);
        await Task.WhenAny(all, Task.Delay(DrainTime, clock));
        var unfinished = underWay.Count(t => !t.IsCompleted);
        await end.CancelAsync();
        await all;
        return unfinished;
    }

    private async Task LiveAsync(int number, TimeSpan arrivesAt, long started, int seedOfStory, UnitPool pool, CancellationToken hurry, CancellationToken end)
    {
        var random = new Random(seedOfStory);
        var intended = arrivesAt;
        var deeds = 0;
        var story = new CallStory(SendAsync, new Moments(clock), delays, random);
        try
        {
            var units = random.NextDouble() < profile.IncidentShare ? pool.Take(random.NextDouble() < profile.UnitsPerIncident - 1 ? 2 : 1) : null;
            if (units is null)
            {
                await story.CallOnlyAsync();
                return;
            }

            Interlocked.Increment(ref incidents);
            if (units.Count == 0)
            {
                Interlocked.Increment(ref withoutUnit);
                await story.CallOnlyAsync();
                return;
            }

            await story.IncidentAsync(units);
            pool.Return(units);
        }
        catch (StoryEndedException)
        {
            Interlocked.Increment(ref brokenOff);
        }
        catch (OperationCanceledException)
        {
        }

        async Task<Reply> SendAsync(Deed deed)
        {
            intended += deed.Before;
            var early = intended - clock.GetElapsedTime(started);
            if (early > TimeSpan.Zero)
                await PauseAsync(early);
            var reply = await client.SendAsync(deed.Method, deed.Path, deed.Body, $"{run}-{number}-{deeds++}", Role.Dispatcher, end);
            var now = clock.GetElapsedTime(started);

            // Somebody who wanted to press at a moment waits from that moment, also while this program was late.
            book.Note(deed.Name, now - intended, reply.Ok ? null : reply.Code);
            intended = now;
            return reply;
        }

        async Task PauseAsync(TimeSpan early)
        {
            try
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(hurry, end);
                await Task.Delay(early, clock, either.Token);
            }
            catch (OperationCanceledException) when (!end.IsCancellationRequested)
            {
                intended = clock.GetElapsedTime(started);
            }
        }
    }
}
