using HdrHistogram;
using Tocsin.Tests.Load.Profiles;

namespace Tocsin.Tests.Load.Measuring;

/// <summary>
/// Latencies by kind of command, and answers by code. Latencies count from when the command was meant to be sent,
/// not from when this program got round to it, so that a slow server cannot hide by slowing its client down: in an open loop that is the
/// correction for coordinated omission, and HdrHistogram's own (which invents the samples that a closed loop left out) would count each
/// stall twice. The service time,
/// from the first byte sent, stands beside it, so that a reader sees both.
/// </summary>
public sealed class LatencyBook
{
    /// <summary>The longest latency that is told apart; longer ones count as this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // A chart needs no more, and there is one for each kind.
    private const int SlotDigits = 2;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (LongHistogram Latency, LongHistogram Service, LongHistogram Slot)> kinds = [];
    private readonly Dictionary<(string Name, string Code), int> errors = [];
    private readonly Dictionary<(string Name, string Code), int> expected = [];
    private readonly (LongHistogram Latency, LongHistogram Service) all = (NewHistogram(), NewHistogram());
    private readonly List<LatencyWindow> windows = [];
    private readonly LatencyWindow window;

    /// <summary>An empty book.</summary>
    public LatencyBook() => window = OpenWindow();

    /// <summary>Commands answered as done, or refused as was expected, so far.</summary>
    public long Done { get; private set; }

    /// <summary>Commands refused or lost, so far.</summary>
    public long Failed { get; private set; }

    /// <summary>Of those done, how many within <see cref="LoadLimits.Promise"/> of when they were meant to be sent.</summary>
    public long InTime { get; private set; }

    /// <summary>A histogram that tells microseconds apart, up to <see cref="Longest"/>, to three digits.</summary>
    public static LongHistogram NewHistogram() => new(1, (long)Longest.TotalMicroseconds, 3);

    /// <summary>A duration as a value of such a histogram.</summary>
    public static long Value(TimeSpan duration) => Math.Clamp((long)duration.TotalMicroseconds, 1, (long)Longest.TotalMicroseconds);

    /// <summary>Notes an answer: <paramref name="code"/> is null for one that was done. Refused ones count in the latencies too.</summary>
    public void Note(string name, TimeSpan latency, string? code) => Note(name, latency, latency, code, false);

    /// <summary>Notes an answer.</summary>
    /// <param name="name">What was sent.</param>
    /// <param name="latency">From when it was meant to be sent.</param>
    /// <param name="service">From when it was sent.</param>
    /// <param name="code">Why it was not done; null when it was.</param>
    /// <param name="isExpected">Whether that is no error: the story reckons with it.</param>
    public void Note(string name, TimeSpan latency, TimeSpan service, string? code, bool isExpected)
    {
        var (micros, served) = (Value(latency), Value(service));
        lock (gate)
        {
            if (!kinds.TryGetValue(name, out var kind))
                kinds[name] = kind = (NewHistogram(), NewHistogram(), new LongHistogram(1, (long)Longest.TotalMicroseconds, SlotDigits));
            kind.Latency.RecordValue(micros);
            kind.Slot.RecordValue(micros);
            kind.Service.RecordValue(served);
            all.Latency.RecordValue(micros);
            all.Service.RecordValue(served);
            var failed = code is not null && !isExpected;
            foreach (var open in windows)
                open.Note(micros, failed);
            if (failed)
                Failed++;
            else
                Done++;
            if (!failed && latency <= LoadLimits.Promise)
                InTime++;
            if (code is not null)
                (failed ? errors : expected)[(name, code)] = (failed ? errors : expected).GetValueOrDefault((name, code)) + 1;
        }
    }

    /// <summary>A window of its own on what is noted from now on.</summary>
    public LatencyWindow OpenWindow()
    {
        lock (gate)
        {
            var opened = new LatencyWindow(gate);
            windows.Add(opened);
            return opened;
        }
    }

    /// <summary>The latencies of each kind, in order of name.</summary>
    public IReadOnlyList<LatencyFigures> Latencies()
    {
        lock (gate)
            return [.. kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => LatencyFigures.OfWhole(k.Key, k.Value.Latency))];
    }

    /// <summary>The service times of each kind, in order of name.</summary>
    public IReadOnlyList<LatencyFigures> Services()
    {
        lock (gate)
            return [.. kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => LatencyFigures.Of(k.Key, k.Value.Service))];
    }

    /// <summary>The latencies of each kind since this was last asked, in order of name; only those that were sent.</summary>
    public IReadOnlyList<LatencyFigures> TakeKinds()
    {
        lock (gate)
        {
            LatencyFigures[] taken = [.. kinds.Where(k => k.Value.Slot.TotalCount > 0).OrderBy(k => k.Key, StringComparer.Ordinal)
                .Select(k => LatencyFigures.Of(k.Key, k.Value.Slot))];
            foreach (var kind in kinds.Values)
                kind.Slot.Reset();
            return taken;
        }
    }

    /// <summary>The whole distributions of all kinds together: of latencies and of service times.</summary>
    public (LatencyFigures Latency, LatencyFigures Service) Whole()
    {
        lock (gate)
            return (LatencyFigures.OfWhole("all", all.Latency), LatencyFigures.OfWhole("all", all.Service));
    }

    /// <summary>The latencies and the service times of all kinds together.</summary>
    public (LatencyFigures Latency, LatencyFigures Service) All()
    {
        lock (gate)
            return (LatencyFigures.Of("all", all.Latency), LatencyFigures.Of("all", all.Service));
    }

    /// <summary>The latencies of all kinds since this was last asked.</summary>
    public LatencyFigures TakeWindow() => window.Take().Figures;

    /// <summary>How often each kind was answered with each code, where that is an error.</summary>
    public IReadOnlyList<(string Name, string Code, int Count)> Errors() => Codes(errors);

    /// <summary>How often each kind was refused as was expected.</summary>
    public IReadOnlyList<(string Name, string Code, int Count)> Expected() => Codes(expected);

    private IReadOnlyList<(string Name, string Code, int Count)> Codes(Dictionary<(string Name, string Code), int> codes)
    {
        lock (gate)
            return [.. codes.Select(e => (e.Key.Name, e.Key.Code, e.Value)).OrderByDescending(e => e.Value)];
    }
}
