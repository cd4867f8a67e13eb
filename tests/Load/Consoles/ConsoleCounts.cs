using HdrHistogram;
using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Load.Consoles;

/// <summary>What all consoles saw together.</summary>
public sealed class ConsoleCounts
{
    private readonly LongConcurrentHistogram lag = new(1, (long)LatencyBook.Longest.TotalMicroseconds, 3);
    private readonly LatencyBook windows = new();
    private readonly LatencyWindow window;
    private long bytes, events, missed, repeated, outOfOrder, broken;
    private int cuts, resets;

    /// <summary>All zero.</summary>
    public ConsoleCounts() => window = windows.OpenWindow();

    /// <summary>Bytes read.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>Events told, of all consoles.</summary>
    public long Events => Volatile.Read(ref events);

    /// <summary>Positions that a console was passed over with.</summary>
    public long Missed => Volatile.Read(ref missed);

    /// <summary>Events that came again.</summary>
    public long Repeated => Volatile.Read(ref repeated);

    /// <summary>Events whose thing had already been told a later version of.</summary>
    public long OutOfOrder => Volatile.Read(ref outOfOrder);

    /// <summary>Frames that are not what the contract says; found by the console that reads all of them whole.</summary>
    public long Broken => Volatile.Read(ref broken);

    /// <summary>Connections that ended before the end.</summary>
    public int Cuts => cuts;

    /// <summary>How often a console was told to take the board anew.</summary>
    public int Resets => resets;

    /// <summary>From the commit until a console of this machine has read it, of a sample.</summary>
    public LatencyFigures Lag => LatencyFigures.OfWhole("feed lag", lag);

    /// <summary>The same since this was last asked.</summary>
    public LatencyFigures TakeLag() => window.Take().Figures;

    internal void Read(int count) => Interlocked.Add(ref bytes, count);

    internal void Told(int count) => Interlocked.Add(ref events, count);

    internal void Miss(long count) => Interlocked.Add(ref missed, count);

    internal void Repeat() => Interlocked.Increment(ref repeated);

    internal void Disorder() => Interlocked.Increment(ref outOfOrder);

    internal void Break() => Interlocked.Increment(ref broken);

    internal void Cut() => Interlocked.Increment(ref cuts);

    internal void Reset() => Interlocked.Increment(ref resets);

    internal void Sample(TimeSpan late)
    {
        lag.RecordValue(LatencyBook.Value(late));
        windows.Note("feed", late, null);
    }
}
