using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Journal.Timekeeping;

namespace Tocsin.Tests.Journal.Timekeeping;

/// <summary>A silo whose clock is wrong says so; one that only hears from the database late does not.</summary>
public sealed class ClockComparisonTests : IDisposable
{
    private const int Wrong = 2601;
    private const int Right = 2602;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly ClockMetrics _metrics = new();
    private readonly SaidLines<ClockComparison> _said = new();
    private readonly FakeDatabase _database;

    public ClockComparisonTests() => _database = new FakeDatabase(_time);

    private ClockComparison Comparison => new(_database, _time, _metrics, _said);

    [Theory]
    [InlineData(501)]
    [InlineData(-501)]
    [InlineData(3_600_000)]
    public async Task A_clock_that_is_more_than_500_ms_off_is_said(int aheadMs)
    {
        _database.Behind = TimeSpan.FromMilliseconds(aheadMs);

        Assert.Equal(_database.Behind, await Comparison.CompareAsync(TestContext.Current.CancellationToken));
        Assert.Equal([Wrong], _said.Ids);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(-500)]
    [InlineData(0)]
    public async Task A_clock_within_500_ms_is_right(int aheadMs)
    {
        _database.Behind = TimeSpan.FromMilliseconds(aheadMs);
        await Comparison.CompareAsync(TestContext.Current.CancellationToken);

        Assert.Empty(_said.Ids);
    }

    [Fact]
    public async Task A_slow_answer_is_no_wrong_clock()
    {
        _database.TakesUntilItLooks = TimeSpan.FromSeconds(2);
        await Comparison.CompareAsync(TestContext.Current.CancellationToken);

        Assert.Empty(_said.Ids);
    }

    [Fact]
    public async Task It_is_said_once_and_again_after_a_while_and_when_it_is_right_again()
    {
        var comparison = Comparison;
        _database.Behind = TimeSpan.FromSeconds(3);
        await comparison.CompareAsync(TestContext.Current.CancellationToken);
        await comparison.CompareAsync(TestContext.Current.CancellationToken);
        Assert.Equal([Wrong], _said.Ids);

        _time.Advance(ClockComparison.SaidAgainAfter);
        await comparison.CompareAsync(TestContext.Current.CancellationToken);
        Assert.Equal([Wrong, Wrong], _said.Ids);

        _database.Behind = TimeSpan.Zero;
        await comparison.CompareAsync(TestContext.Current.CancellationToken);
        await comparison.CompareAsync(TestContext.Current.CancellationToken);
        Assert.Equal([Wrong, Wrong, Right], _said.Ids);
    }

    [Fact]
    public async Task The_offset_is_measured_in_seconds()
    {
        double? measured = null;
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => l.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, _, _) => measured = instrument is { Name: "tocsin.clock.offset", Unit: "s" } ? value : measured);
        listener.Start();
        using var metrics = new ClockMetrics();
        _database.Behind = TimeSpan.FromMilliseconds(-250);
        await new ClockComparison(_database, _time, metrics, _said).CompareAsync(TestContext.Current.CancellationToken);

        Assert.Equal(-0.25, measured);
    }

    public void Dispose() => _metrics.Dispose();

    private sealed class FakeDatabase(FakeTimeProvider time) : IDatabaseClock
    {
        /// <summary>How far the silo's clock is ahead of this one.</summary>
        public TimeSpan Behind { get; set; }

        public TimeSpan TakesUntilItLooks { get; set; }

        public ValueTask<DateTimeOffset> NowAsync(CancellationToken cancellation = default)
        {
            time.Advance(TakesUntilItLooks);
            return ValueTask.FromResult(time.GetUtcNow() - Behind);
        }
    }
}
