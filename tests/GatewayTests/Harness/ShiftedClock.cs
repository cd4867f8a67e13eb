namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>The machine's clock, ahead by as much as a test says: timers run as ever, only the hands are moved.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _ticks;

    /// <summary>Moves the hands.</summary>
    public void Forward(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));
}
