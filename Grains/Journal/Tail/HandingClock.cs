namespace Tocsin.Journal.Tail;

/// <summary>Remembers since when the tail has been waiting for its observers. The tail alone sets it; anybody may read it.</summary>
internal sealed class HandingClock(TimeProvider time)
{
    private long _sinceTicks;

    /// <summary>Since when, UTC; null: it waits for none.</summary>
    public DateTimeOffset? Since =>
        Interlocked.Read(ref _sinceTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Observers are called from now until the scope is disposed of.</summary>
    public Scope Begin()
    {
        Interlocked.Exchange(ref _sinceTicks, time.GetUtcNow().UtcTicks);
        return new Scope(this);
    }

    /// <summary>The time in which observers are called.</summary>
    public readonly ref struct Scope(HandingClock clock)
    {
        /// <summary>All of them have returned.</summary>
        public void Dispose() => Interlocked.Exchange(ref clock._sinceTicks, 0);
    }
}
