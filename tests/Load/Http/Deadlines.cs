namespace Tocsin.Tests.Load.Http;

/// <summary>
/// When requests are given up: those that begin within one second share a timer, since one for each of thousands costs more than it tells.
/// </summary>
/// <param name="within">How long a request may take; it may take up to <see cref="Step"/> more.</param>
/// <param name="clock">The clock.</param>
/// <param name="end">Gives all of them up.</param>
public sealed class Deadlines(TimeSpan within, TimeProvider clock, CancellationToken end) : IDisposable
{
    /// <summary>For how long requests share one.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Queue<CancellationTokenSource> all = new();
    private CancellationTokenSource? newest;
    private long since;

    /// <summary>The deadline of a request that begins now.</summary>
    public CancellationToken Next()
    {
        lock (gate)
        {
            if (newest is not null && clock.GetElapsedTime(since) < Step)
                return newest.Token;
            while (all.TryPeek(out var oldest) && oldest.IsCancellationRequested)
                all.Dequeue().Dispose();
            since = clock.GetTimestamp();
            newest = CancellationTokenSource.CreateLinkedTokenSource(end);
            newest.CancelAfter(within + Step);
            all.Enqueue(newest);
            return newest.Token;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var source in all)
            source.Dispose();
    }
}
