using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Live;
using Tocsin.Positions;
using Tocsin.Settings;

namespace Tocsin.Tests.GatewayTests.Positions;

/// <summary>What a gateway makes of batches: odd fixes that become good, and units whose reports are refused for long.</summary>
public sealed class PositionJudgeTests : IDisposable
{
    private static readonly IReadOnlySet<string> s_nobody = new HashSet<string>();

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly UnitPositionsTable _positions;
    private readonly RefusedReportsTable _refused;
    private readonly PositionJudge _judge;

    public PositionJudgeTests()
    {
        _positions = new UnitPositionsTable(_time);
        _refused = new RefusedReportsTable(_positions);
        var metrics = new PositionMetrics(_services.GetRequiredService<IMeterFactory>());
        _judge = new PositionJudge(_positions, _refused, metrics, GatewayOptions.Read(new ConfigurationBuilder().Build()), _time);
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Two_odd_fixes_that_agree_are_both_good_and_the_unit_is_where_the_second_is()
    {
        Assert.Equal(1, Judge(Row(51.5)).Accepted);
        Step(5);
        Assert.Equal(["implausible"], Codes(Judge(Row(52.5))));
        Assert.Equal(51.5, _positions.Find("P1")!.Lat);
        Step(5);
        var judged = Judge(Row(52.501));
        Assert.Equal(1, judged.Accepted);
        Assert.Equal([52.5, 52.501], judged.Good.Select(r => r.Lat));
        Assert.Equal(52.501, _positions.Find("P1")!.Lat);
    }

    [Fact]
    public void A_wrong_sign_now_and_then_never_moves_the_unit()
    {
        Judge(Row(51.5));
        for (var i = 0; i < 20; i++)
        {
            Step(5);
            Assert.Equal(["implausible"], Codes(Judge(Row(51.5) with { Lon = 0.1 })));
            Assert.Equal(1, Judge(Row(51.5)).Accepted);
        }

        Assert.Equal(-0.1, _positions.Find("P1")!.Lon);
    }

    [Fact]
    public void Within_a_batch_each_row_is_judged_after_the_one_before()
    {
        var now = _time.GetUtcNow();
        var judged = Judge(
            Row(51.5) with { At = now.AddSeconds(-10) },
            Row(51.505) with { At = now.AddSeconds(-4) },
            Row(51.506) with { At = now.AddSeconds(-2) },
            Row(53) with { At = now.AddSeconds(-1) },
            Row(51.507));
        Assert.Equal(["implausible"], Codes(judged));
        Assert.Equal((4, 51.507), (judged.Accepted, _positions.Find("P1")!.Lat));
    }

    [Fact]
    public void Rows_that_are_refused_are_told_in_their_order_and_the_outdated_kept()
    {
        var judged = _judge.Judge(
            [
                Row(51.5), new PositionRow(), Row(91), Row(1) with { UnitId = "ghost" },
                Row(51.6) with { At = _time.GetUtcNow().AddHours(-1) },
            ],
            null,
            new HashSet<string> { "ghost" });
        Assert.Equal(["invalid", "outOfRange", "unknownReference", "outdated"], Codes(judged));
        Assert.Equal([null, "P1", "ghost", "P1"], judged.Rejected.Select(r => r.UnitId));
        Assert.Equal(51.6, Assert.Single(judged.Outdated).Lat);
        Assert.Equal(["outOfRange", "outdated"], judged.Refused.Select(r => r.Code));
        Assert.Equal(["notYours"], Codes(_judge.Judge([Row(51.5)], "P2", s_nobody)));
        Assert.Equal("outdated", judged.Refused[^1].Code);
    }

    [Fact]
    public void A_unit_is_marked_when_its_reports_are_refused_for_more_than_two_minutes_and_not_any_more_with_the_next_good_one()
    {
        Judge(Row(51.5));
        Step(1);
        var since = _time.GetUtcNow();
        foreach (var _ in Enumerable.Range(0, 24))
        {
            Judge(Row(0) with { Lon = 0 });
            Step(5);
        }

        Assert.Null(_refused.Find("P1"));
        Judge(Row(0) with { Lon = 0 });
        Assert.Null(_refused.Find("P1"));
        Step(1);
        Judge(Row(91));
        Assert.Equal(("outOfRange", since), (_refused.Find("P1")!.Refused, _refused.Find("P1")!.Since));
        Assert.Null(_refused.Find("P2"));

        Step(1);
        Judge(Row(51.5));
        Assert.Null(_refused.Find("P1"));
        Step(1);
        Judge(Row(91));
        Assert.Null(_refused.Find("P1"));
    }

    [Fact]
    public void Two_refused_reports_with_a_long_silence_between_are_no_mark()
    {
        Judge(Row(91));
        Step(601);
        Judge(Row(91));
        Assert.Null(_refused.Find("P1"));
        Step(121);
        Judge(Row(91));
        Assert.NotNull(_refused.Find("P1"));
    }

    [Fact]
    public void A_mark_is_told_once_when_it_comes_and_once_when_it_goes()
    {
        Judge(Row(91));
        Step(121);
        Judge(Row(91));
        var (none, mark) = _refused.Since(0);
        Assert.Empty(none);
        _refused.Next();
        (var told, mark) = _refused.Since(mark);
        Assert.Equal(("P1", "outOfRange"), (Assert.Single(told).Unit, told[0].Code));
        Assert.Single(_refused.Since(0).Changed);
        _refused.Next();
        Assert.Empty(_refused.Since(mark).Changed);

        Judge(Row(51.5));
        _refused.Next();
        (told, _) = _refused.Since(mark);
        Assert.Equal(("P1", null, null), Assert.Single(told));
        Assert.Empty(_refused.Since(0).Changed);
    }

    [Fact]
    public void What_another_gateway_took_or_refused_counts()
    {
        var now = _time.GetUtcNow();
        _refused.Take([new RefusedReport("P1", "noFix", now, now.AddMinutes(-3))]);
        Assert.Equal("noFix", _refused.Find("P1")!.Refused);
        _refused.Take([new RefusedReport("P1", "outdated", now.AddSeconds(-1), now.AddMinutes(-3))]);
        Assert.Equal("noFix", _refused.Find("P1")!.Refused);
        _positions.Take(new PositionReport("P1", 51.5, -0.1, now, null, null, HeardAt: now));
        Assert.Null(_refused.Find("P1"));
    }

    private static IEnumerable<string> Codes(JudgedPositions judged) => judged.Rejected.Select(r => r.Code);

    private void Step(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private JudgedPositions Judge(params PositionRow[] rows) => _judge.Judge(rows, null, s_nobody);

    private PositionRow Row(double lat) => new() { UnitId = "P1", HasUnit = true, Lat = lat, Lon = -0.1, At = _time.GetUtcNow() };
}
