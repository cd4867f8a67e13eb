namespace Tocsin.Background;

/// <summary>Wakes one waiter, now or at its next wait; however often it rings before that counts once. Thread-safe.</summary>
internal sealed class Bell : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>Rings.</summary>
    public void Ring()
    {
        lock (_lock)
        {
            if (_rung.CurrentCount == 0)
                _rung.Release();
        }
    }

    /// <summary>Waits until it rings, the time is over or the wait is cancelled; none of them throws.</summary>
    /// <param name="atMost">How long it waits at the most.</param>
    /// <param name="time">The clock of that.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        using var pause = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancellation);
        await _rung.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}
