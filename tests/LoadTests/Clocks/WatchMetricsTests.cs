using Tocsin.Tests.Load.Clocks;

namespace Tocsin.Tests.LoadTests.Clocks;

/// <summary>How late clocks were fired, out of a silo's own metrics.</summary>
public sealed class WatchMetricsTests
{
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    [Fact]
    public void Those_above_the_bound_are_late()
    {
        var read = WatchMetrics.Parse("""
            # TYPE tocsin_watch_lateness_seconds histogram
            tocsin_watch_lateness_seconds_bucket{otel_scope_name="Tocsin.Watch",le="1"} 90
            tocsin_watch_lateness_seconds_bucket{otel_scope_name="Tocsin.Watch",le="2"} 97
            tocsin_watch_lateness_seconds_bucket{otel_scope_name="Tocsin.Watch",le="+Inf"} 100
            tocsin_watch_lateness_seconds_sum{otel_scope_name="Tocsin.Watch"} 12.5
            tocsin_watch_lateness_seconds_count{otel_scope_name="Tocsin.Watch"} 100 1700000000000
            """, TwoSeconds);

        Assert.Equal(new WatchMetrics(100, 97), read);
        Assert.Equal(3, read!.Value.Late);
    }

    [Fact]
    public void Before_any_clock_was_fired_there_are_none() =>
        Assert.Equal(new WatchMetrics(0, 0), WatchMetrics.Parse("# TYPE tocsin_journal_events counter\n", TwoSeconds));

    [Fact]
    public void A_page_that_is_not_a_silos_says_nothing() => Assert.Null(WatchMetrics.Parse("<html>the console</html>", TwoSeconds));

    [Fact]
    public void Without_a_bound_at_the_limit_it_cannot_be_told() => Assert.Null(WatchMetrics.Parse("""
        # TYPE tocsin_watch_lateness_seconds histogram
        tocsin_watch_lateness_seconds_bucket{le="5"} 97
        tocsin_watch_lateness_seconds_count 100
        """, TwoSeconds));
}
