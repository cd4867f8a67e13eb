using System.Diagnostics;

namespace Tocsin.Tests.Support.Waiting;

/// <summary>
/// Measures how late a busy machine lets this process go on. A test that names a promise about time allows that much more: it is no fault
/// of the product.
/// </summary>
public sealed class MachinePauses : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _over = new();
    private long _longest;

    /// <summary>Begins to measure.</summary>
    public MachinePauses() => _ = MeasureAsync(_over.Token);

    /// <summary>The longest pause so far.</summary>
    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref _longest));

    /// <inheritdoc/>
    public void Dispose()
    {
        _over.Cancel();
        _over.Dispose();
    }

    private async Task MeasureAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await Task.Delay(Often, CancellationToken.None);
            var late = Stopwatch.GetElapsedTime(began) - Often;
            if (late.Ticks > Interlocked.Read(ref _longest))
                Interlocked.Exchange(ref _longest, late.Ticks);
        }
    }
}
