namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>The machine's clock, moved by so much; intervals are right.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _ticks;

    /// <summary>How far ahead of the right time it shows; negative: behind.</summary>
    public TimeSpan Moved
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _ticks));
        set => Volatile.Write(ref _ticks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Moved;
}
