using HdrHistogram;

namespace Tocsin.Tests.Load.Measuring;

/// <summary>
/// Latencies by kind of command, and answers by code. Latencies count from when the command was meant to be sent,
/// not from when this program got round to it, so that a slow server cannot hide by slowing its client down.
/// </summary>
public sealed class LatencyBook
{
    /// <summary>The longest latency that is told apart; longer ones count as this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, LongHistogram> latencies = [];
    private readonly Dictionary<(string Name, string Code), int> errors = [];
    private readonly LongHistogram window = new(1, (long)Longest.TotalMicroseconds, 3);

    /// <summary>Commands answered as done, so far.</summary>
    public long Done { get; private set; }

    /// <summary>Commands refused or lost, so far.</summary>
    public long Failed { get; private set; }

    /// <summary>Notes an answer: <paramref name="code"/> is null for one that was done. Refused ones count in the latencies too.</summary>
    public void Note(string name, TimeSpan latency, string? code)
    {
        var micros = Math.Clamp((long)latency.TotalMicroseconds, 1, (long)Longest.TotalMicroseconds);
        lock (gate)
        {
            if (!latencies.TryGetValue(name, out var histogram))
                latencies[name] = histogram = new LongHistogram(1, (long)Longest.TotalMicroseconds, 3);
            histogram.RecordValue(micros);
            window.RecordValue(micros);
            if (code is null)
            {
                Done++;
                return;
            }

            Failed++;
            errors[(name, code)] = errors.GetValueOrDefault((name, code)) + 1;
        }
    }

    /// <summary>The latencies of each kind, in order of name.</summary>
    public IReadOnlyList<LatencyFigures> Latencies()
    {
        lock (gate)
            return [.. latencies.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => Figures(l.Key, l.Value))];
    }

    /// <summary>The latencies of all kinds since this was last asked.</summary>
    public LatencyFigures TakeWindow()
    {
        lock (gate)
        {
            var figures = Figures("all", window);
            window.Reset();
            return figures;
        }
    }

    /// <summary>How often each kind was answered with each code.</summary>
    public IReadOnlyList<(string Name, string Code, int Count)> Errors()
    {
        lock (gate)
            return [.. errors.Select(e => (e.Key.Name, e.Key.Code, e.Value)).OrderByDescending(e => e.Value)];
    }

    private static LatencyFigures Figures(string name, LongHistogram histogram)
    {
        double Ms(double percentile) => histogram.GetValueAtPercentile(percentile) / 1000.0;
        return new LatencyFigures(name, histogram.TotalCount, Ms(50), Ms(90), Ms(99), Ms(99.9), Ms(100));
    }
}
