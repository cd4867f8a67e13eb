namespace Tocsin.Probing;

/// <summary>The timeout of one attempt of a step: <see cref="ProbeLimits.StepTimeout"/>, or until the probe stops.</summary>
internal sealed class StepTimeout : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _either;

    public StepTimeout(TimeProvider time, CancellationToken stop)
    {
        _limit = new CancellationTokenSource(ProbeLimits.StepTimeout, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, stop);
    }

    /// <summary>Cancelled at the timeout, and when the probe stops.</summary>
    public CancellationToken Token => _either.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _either.Dispose();
        _limit.Dispose();
    }
}
