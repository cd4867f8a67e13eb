namespace Tocsin.Tests.Load.Replay.Running;

/// <summary>When a moment of the file has its turn.</summary>
/// <param name="speed">How many times faster than it happened; null as fast as it goes.</param>
/// <param name="first">The file's first moment.</param>
/// <param name="clock">The clock of this replay.</param>
public sealed class Pace(double? speed, DateTimeOffset first, TimeProvider clock)
{
    private readonly long started = clock.GetTimestamp();

    /// <summary>How long until the turn of <paramref name="moment"/>; zero or less when it has come.</summary>
    public TimeSpan Until(DateTimeOffset moment) =>
        speed is { } times ? ((moment - first) / times) - clock.GetElapsedTime(started) : TimeSpan.Zero;
}
