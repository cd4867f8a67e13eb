using Tocsin.Positions;
using Tocsin.Settings;

namespace Tocsin.Tests.GatewayTests.Positions;

/// <summary>Which rows are believed: both sides of every rule, and which rule comes first.</summary>
public sealed class PositionRulesTests
{
    // A metre to the north.
    private const double Meter = 1 / 111_195.08;

    private static readonly DateTimeOffset s_now = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    private static readonly PositionRow s_row = new()
    {
        UnitId = "P1",
        HasUnit = true,
        Lat = 51.5,
        Lon = -0.1,
        At = s_now,
        Speed = 12.5,
        Heading = 90,
        Accuracy = 8,
        Source = "gps",
    };

    [Fact]
    public void A_good_row_becomes_a_report_with_all_that_it_said()
    {
        var (code, report) = Judge(s_row);
        Assert.Null(code);
        Assert.Equal(new PositionReport("P1", 51.5, -0.1, s_now, 12.5, 90, 8, "gps", s_now), report);
    }

    [Fact]
    public void What_a_row_needs_is_its_unit_its_place_and_its_time()
    {
        Assert.Equal("invalid", PositionRules.JudgeUnit(s_row with { HasUnit = false }, null, false));
        Assert.Equal("invalid", Judge(s_row with { At = null }).Code);
        Assert.Equal("invalid", Judge(s_row with { Lat = null }).Code);
        Assert.Equal("invalid", Judge(s_row with { Lon = null }).Code);
        Assert.Null(Judge(s_row with { Speed = null, Heading = null, Accuracy = null, Source = null }).Code);
    }

    [Fact]
    public void A_unit_speaks_for_itself_and_only_registered_ones_are_spoken_of()
    {
        Assert.Null(PositionRules.JudgeUnit(s_row, null, false));
        Assert.Null(PositionRules.JudgeUnit(s_row, "P1", false));
        Assert.Equal("notYours", PositionRules.JudgeUnit(s_row, "P2", false));
        Assert.Equal("notYours", PositionRules.JudgeUnit(s_row, "P2", true));
        Assert.Equal("unknownReference", PositionRules.JudgeUnit(s_row, null, true));
    }

    [Theory]
    [InlineData(90, 180, null)]
    [InlineData(-90, -180, null)]
    [InlineData(90.001, 0, "outOfRange")]
    [InlineData(-90.001, 0, "outOfRange")]
    [InlineData(51, 180.001, "outOfRange")]
    [InlineData(51, -180.001, "outOfRange")]
    [InlineData(double.PositiveInfinity, 0, "outOfRange")]
    [InlineData(0, 0, "noFix")]
    [InlineData(0, 0.000001, null)]
    [InlineData(-0.000001, 0, null)]
    public void A_place_is_on_the_earth_and_is_not_the_point_of_no_fix(double lat, double lon, string? code) =>
        Assert.Equal(code, Judge(s_row with { Lat = lat, Lon = lon }).Code);

    [Fact]
    public void A_device_that_says_so_has_no_fix() => Assert.Equal("noFix", Judge(s_row with { HasNoFix = true }).Code);

    [Fact]
    public void A_clock_that_is_fast_is_taken_as_now_and_one_that_is_wrong_is_not_taken()
    {
        var fast = Judge(s_row with { At = s_now.AddSeconds(30) });
        Assert.Equal((null, s_now, TimeSpan.FromSeconds(30)), (fast.Code, fast.Report!.At, fast.Report.Ahead));
        Assert.Equal(s_now, Judge(s_row with { At = s_now.AddMinutes(5) }).Report!.At);
        Assert.Equal("occurredAtInFuture", Judge(s_row with { At = s_now.AddMinutes(5).AddMilliseconds(1) }).Code);
        Assert.Equal("occurredAtInFuture", Judge(s_row with { At = s_now.AddYears(6) }).Code);
    }

    [Fact]
    public void Two_fixes_of_a_fast_clock_that_come_together_are_both_good_and_the_later_is_the_newer()
    {
        var first = Judge(s_row with { At = s_now.AddSeconds(30) }).Report!;
        var second = Judge(s_row with { At = s_now.AddSeconds(35), Lat = 51.5 + (499 * Meter) }, first);
        Assert.Null(second.Code);
        Assert.True(second.Report!.At > first.At);
        Assert.Equal("implausible", Judge(s_row with { At = s_now.AddSeconds(35), Lat = 51.5 + (501 * Meter) }, first).Code);
    }

    [Fact]
    public void An_old_one_is_outdated_and_kept_for_the_track()
    {
        Assert.Null(Judge(s_row with { At = s_now.AddMinutes(-10) }).Code);
        var (code, report) = Judge(s_row with { At = s_now.AddMinutes(-10).AddMilliseconds(-1) });
        Assert.Equal(("outdated", 51.5), (code, report!.Lat));
        Assert.Equal("outdated", Judge(s_row with { At = new DateTimeOffset(1980, 1, 6, 0, 0, 0, TimeSpan.Zero) }).Code);
        var strict = PositionLimits.Usual with { MaxAge = TimeSpan.FromSeconds(30) };
        Assert.Equal("outdated", PositionRules.Judge(s_row with { At = s_now.AddSeconds(-31) }, null, null, s_now, strict).Code);
    }

    [Theory]
    [InlineData(10, 999, null)]
    [InlineData(10, 1_001, "implausible")]
    [InlineData(-9, 14_000, null)]
    [InlineData(0, 14_000, null)]
    [InlineData(0.1, 99, null)]
    [InlineData(0.1, 101, "implausible")]
    [InlineData(599.999, 59_900, null)]
    [InlineData(599.999, 60_100, "implausible")]
    [InlineData(600, 8_000_000, null)]
    public void A_jump_is_implausible_where_the_last_good_fix_is_fresh(double seconds, double meters, string? code)
    {
        var good = Report(s_now.AddSeconds(-seconds), 51.5);
        Assert.Equal(code, Judge(s_row with { Lat = 51.5 - (meters * Meter) }, good).Code);
    }

    [Fact]
    public void The_speed_that_no_unit_has_is_the_centres_own()
    {
        var good = Report(s_now.AddSeconds(-10), 51.5);
        var row = s_row with { Lat = 51.5 + (2_000 * Meter) };
        Assert.Equal("implausible", Judge(row, good).Code);
        Assert.Null(PositionRules.Judge(row, good, null, s_now, PositionLimits.Usual with { MaxSpeed = 250 }).Code);
    }

    [Fact]
    public void A_few_steps_over_the_date_line_are_no_jump()
    {
        var good = new PositionReport("P1", -17, 179.9999, s_now.AddSeconds(-5), null, null);
        Assert.Null(Judge(s_row with { Lat = -17, Lon = -179.9999 }, good).Code);
    }

    [Fact]
    public void A_second_fix_that_agrees_with_the_odd_one_makes_both_good()
    {
        var good = Report(s_now.AddSeconds(-20), 51.5);
        var odd = Report(s_now.AddSeconds(-5), 51.7);
        var verdict = PositionRules.Judge(s_row with { Lat = 51.7 + (499 * Meter) }, good, odd, s_now, PositionLimits.Usual);
        Assert.Equal((null, true), (verdict.Code, verdict.ClearsOdd));
        Assert.Equal("implausible", Judge(s_row with { Lat = 51.7 + (501 * Meter) }, good, odd).Code);
    }

    [Fact]
    public void The_same_fix_again_or_one_of_before_is_no_second_one()
    {
        var good = Report(s_now.AddSeconds(-20), 51.5);
        Assert.Equal("implausible", Judge(s_row with { Lat = 51.7 }, good, Report(s_now, 51.7)).Code);
        Assert.Equal("implausible", Judge(s_row with { Lat = 51.7, At = s_now.AddSeconds(-1) }, good, Report(s_now, 51.7)).Code);
    }

    [Fact]
    public void The_first_reason_is_the_one_that_is_told()
    {
        var good = Report(s_now.AddSeconds(-1), 0.5);
        Assert.Equal("invalid", Judge(s_row with { At = null, Lat = 91, HasNoFix = true }).Code);
        Assert.Equal("outOfRange", Judge(s_row with { Lat = 91, HasNoFix = true, At = s_now.AddDays(1) }).Code);
        Assert.Equal("noFix", Judge(s_row with { Lat = 0, Lon = 0, At = s_now.AddDays(-1) }, good).Code);
        Assert.Equal("outdated", Judge(s_row with { Lat = 80, At = s_now.AddDays(-1) }, good).Code);
    }

    private static PositionReport Report(DateTimeOffset at, double lat) => new("P1", lat, -0.1, at, null, null, HeardAt: at);

    private static (string? Code, PositionReport? Report) Judge(PositionRow row, PositionReport? good = null, PositionReport? odd = null)
    {
        var verdict = PositionRules.Judge(row, good, odd, s_now, PositionLimits.Usual);
        return (verdict.Code, verdict.Report);
    }
}
