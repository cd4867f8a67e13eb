namespace Tocsin.Tests.Load.Driving;

/// <summary>What a load counted; written by all of its stories at once.</summary>
public sealed class LoadCounts
{
    private int arrivals, incidents, joined, unoffered, withoutUnit, brokenOff, underWay, declined, silent;
    private int notBegun, batchesNotBegun, repeated;
    private long positions, positionsRefused, due;

    /// <summary>Calls that were begun.</summary>
    public int Arrivals => arrivals;

    /// <summary>Calls that became incidents.</summary>
    public int Incidents => incidents;

    /// <summary>Calls about the one event that joined its incident.</summary>
    public int Joined => joined;

    /// <summary>Of these, calls to which the server did not offer that incident as a likely duplicate.</summary>
    public int Unoffered => unoffered;

    /// <summary>Incidents for which the fleet had no free unit.</summary>
    public int WithoutUnit => withoutUnit;

    /// <summary>Stories that ended early since a command failed.</summary>
    public int BrokenOff => brokenOff;

    /// <summary>Stories under way now.</summary>
    public int UnderWay => underWay;

    /// <summary>Units that refused.</summary>
    public int Declined => declined;

    /// <summary>Units that never answered, and were recalled.</summary>
    public int Silent => silent;

    /// <summary>Calls that were not begun since too many were under way.</summary>
    public int NotBegun => notBegun;

    /// <summary>Batches of positions that were not sent since too many were under way.</summary>
    public int BatchesNotBegun => batchesNotBegun;

    /// <summary>Positions that were accepted.</summary>
    public long Positions => Volatile.Read(ref positions);

    /// <summary>Positions that were refused: units of a load drive as real ones do, so none may be.</summary>
    public long PositionsRefused => Volatile.Read(ref positionsRefused);

    /// <summary>Commands and questions whose moment to be sent has come.</summary>
    public long Due => Volatile.Read(ref due);

    /// <summary>Requests that were sent again: a race lost, or a server away.</summary>
    public int Repeats => repeated;

    internal void Arrived() => Interlocked.Increment(ref arrivals);

    internal void Made() => Interlocked.Increment(ref incidents);

    internal void JoinedOne(bool offered)
    {
        Interlocked.Increment(ref joined);
        if (!offered)
            Interlocked.Increment(ref unoffered);
    }

    internal void NoUnit() => Interlocked.Increment(ref withoutUnit);

    internal void BrokeOff() => Interlocked.Increment(ref brokenOff);

    internal int Begin() => Interlocked.Increment(ref underWay);

    internal int End() => Interlocked.Decrement(ref underWay);

    internal void DeclinedOne() => Interlocked.Increment(ref declined);

    internal void SilentOne() => Interlocked.Increment(ref silent);

    internal void CouldNotBegin() => Interlocked.Increment(ref notBegun);

    internal void BatchCouldNotBegin() => Interlocked.Increment(ref batchesNotBegun);

    internal void Accepted(int count) => Interlocked.Add(ref positions, count);

    internal void RefusedPositions(int count) => Interlocked.Add(ref positionsRefused, count);

    internal void CameDue() => Interlocked.Increment(ref due);

    internal void Repeated(int times) => Interlocked.Add(ref repeated, times);
}
