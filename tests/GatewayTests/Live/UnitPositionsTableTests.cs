using Microsoft.Extensions.Time.Testing;
using Tocsin.Live;
using Tocsin.Positions;
using Tocsin.Units;

namespace Tocsin.Tests.GatewayTests.Live;

/// <summary>
/// Where units are: the newest report of each, told once in the second after it came, and once more when it is too old to be believed.
/// </summary>
public sealed class UnitPositionsTableTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private readonly UnitPositionsTable _table;

    public UnitPositionsTableTests() => _table = new UnitPositionsTable(_time);

    [Fact]
    public void The_newest_time_wins_whatever_came_last()
    {
        _table.Take([Report("P1", 30, 0), Report("P1", 31, 2)]);
        _table.Take([Report("P1", 29, 1), Report("P1", 28, 2)]);
        Assert.Equal(31, _table.Find("P1")!.Lat);
        Assert.Null(_table.Find("P2"));
    }

    [Fact]
    public void What_came_within_a_second_is_told_once_when_it_is_over()
    {
        _table.Take([Report("P1", 30, 0)]);
        Assert.Empty(_table.Since(0).Changed);
        _table.Next();
        var (changed, tick) = _table.Since(0);
        Assert.Equal(("P1", false), (Assert.Single(changed).Report.UnitId, changed[0].Stale));
        Assert.Empty(_table.Since(tick).Changed);

        _table.Take([Report("P2", 30, 0), Report("P2", 32, 1)]);
        _table.Next();
        Assert.Equal(["P2"], _table.Since(tick).Changed.Select(p => p.Report.UnitId));
        Assert.Equal(["P1", "P2"], _table.Since(0).Changed.Select(p => p.Report.UnitId).Order());
    }

    [Fact]
    public void A_report_that_is_too_old_is_told_once_as_stale_and_a_new_one_is_not()
    {
        _table.Take([Report("P1", 30, 0)]);
        _table.Next();
        var tick = _table.Since(0).Tick;
        _time.Advance(PositionView.StaleAfter);
        _table.Next();
        Assert.Empty(_table.Since(tick).Changed);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        _table.Next();
        (var changed, tick) = _table.Since(tick);
        Assert.True(Assert.Single(changed).Stale);
        _table.Next();
        Assert.Empty(_table.Since(tick).Changed);

        _table.Take([Report("P1", 31, 61)]);
        _table.Next();
        Assert.False(Assert.Single(_table.Since(tick).Changed).Stale);
    }

    private static PositionReport Report(string unit, double lat, int second) =>
        new(unit, lat, 113, new DateTimeOffset(2026, 11, 24, 8, second / 60, second % 60, TimeSpan.Zero), null, null);
}
