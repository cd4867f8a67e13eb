using HdrHistogram;

namespace Tocsin.Tests.Load.Measuring;

/// <summary>What a book noted since somebody last looked.</summary>
public sealed class LatencyWindow
{
    private readonly Lock gate;
    private readonly LongHistogram histogram = LatencyBook.NewHistogram();
    private int failed;

    internal LatencyWindow(Lock gate) => this.gate = gate;

    /// <summary>The figures and the failures since this was last asked.</summary>
    public (LatencyFigures Figures, int Failed) Take()
    {
        lock (gate)
        {
            var taken = (LatencyFigures.Of("all", histogram), failed);
            histogram.Reset();
            failed = 0;
            return taken;
        }
    }

    // Under the book's gate.
    internal void Note(long micros, bool hasFailed)
    {
        histogram.RecordValue(micros);
        if (hasFailed)
            failed++;
    }
}
