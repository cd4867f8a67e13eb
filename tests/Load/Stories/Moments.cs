namespace Tocsin.Tests.Load.Stories;

/// <summary>Times for reports, whole milliseconds, no two alike: an event can be told from all others of its streams.</summary>
public sealed class Moments(TimeProvider clock)
{
    private long last;

    /// <summary>Now, or a millisecond after the last one.</summary>
    public DateTimeOffset Next()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        last = now > last ? now : last + 1;
        return DateTimeOffset.FromUnixTimeMilliseconds(last);
    }
}
