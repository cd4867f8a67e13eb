using Tocsin.Journal;

namespace Tocsin.CostlyReads;

/// <summary>
/// The costly reads of one kind on this silo: a few run, a few wait their turn, and more are refused. One whose caller has gone leaves the
/// queue, or stops where it is.
/// </summary>
/// <param name="kind">The kind, as metrics name it.</param>
/// <param name="metrics">Counts how they end.</param>
internal sealed class CostlyReadQueue(string kind, CostlyReadMetrics metrics) : IDisposable
{
    private readonly SemaphoreSlim _running = new(CostlyReadLimits.AtOnce);
    private int _inside;

    /// <summary>How many run or wait.</summary>
    public int Inside => Volatile.Read(ref _inside);

    /// <summary>Reads when it is this one's turn.</summary>
    /// <param name="read">Reads; it stops soon after it is cancelled.</param>
    /// <param name="gone">Cancelled when nobody waits for the answer any more.</param>
    /// <exception cref="JournalUnavailableException">As many wait as may.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken gone)
    {
        var outcome = "failed";
        try
        {
            if (Interlocked.Increment(ref _inside) > CostlyReadLimits.AtOnce + CostlyReadLimits.WaitingMax)
            {
                outcome = "refused";
                throw new JournalUnavailableException($"As many reads of the kind {kind} wait on this silo as may.");
            }

            await _running.WaitAsync(gone);
            try
            {
                var answer = await read(gone);
                outcome = "done";
                return answer;
            }
            finally
            {
                _running.Release();
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            outcome = "dropped";
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
            metrics.Ended(kind, outcome);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _running.Dispose();
}
