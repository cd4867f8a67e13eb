using System.Text.Json;
using Tocsin.Tests.Load;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Results;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Reporting;

/// <summary>A result: judged by what the product promises, and the same when it is read again.</summary>
public sealed class ResultTests
{
    [Fact]
    public void A_good_run_is_good()
    {
        Assert.Empty(SmallResult.Good.Failures());
        Assert.True(SmallResult.Good.Good);
        Assert.False((SmallResult.Good with { Interrupted = true }).Good);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(999, false)]
    public void One_command_in_a_thousand_that_is_not_done_within_two_seconds_breaks_the_promise(long inTime, bool holds) =>
        Assert.Equal(
            holds, (SmallResult.Good with { CommandsInTime = inTime }).Criteria.Single(c => c.Name == "commands done within 2 s").Holds);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void One_position_that_is_refused_fails_the_run(long refused, bool holds)
    {
        var result = SmallResult.Good with { PositionsRefused = refused };

        Assert.Equal(holds, result.Good);
        Assert.Equal(holds, result.Criteria.Single(c => c.Name == "positions that were refused").Holds);
    }

    [Theory]
    [InlineData(900, true)]
    [InlineData(1_100, false)]
    public void Consoles_hear_within_a_second(double p99, bool holds)
    {
        var good = SmallResult.Good;
        var result = good with { Feed = good.Feed with { Lag = new LatencyFigures("feed lag", 50, 10, 20, p99, p99, p99) } };

        Assert.Equal(holds, result.Criteria.Single(c => c.Name == "feed lag, p99").Holds);
    }

    [Fact]
    public void What_is_late_or_failed_is_not_in_time_and_what_is_refused_as_expected_is()
    {
        var book = new LatencyBook();

        book.Note("a", TimeSpan.FromSeconds(2), TimeSpan.Zero, null, false);
        book.Note("a", TimeSpan.FromSeconds(2.001), TimeSpan.Zero, null, false);
        book.Note("a", TimeSpan.Zero, TimeSpan.Zero, "unavailable", false);
        book.Note("a", TimeSpan.Zero, TimeSpan.Zero, "incidentClosed", true);

        Assert.Equal((2, 3, 1), (book.InTime, book.Done, book.Failed));
    }

    [Fact]
    public void Percentiles_that_a_count_cannot_tell_apart_are_not_told()
    {
        var points = SmallResult.Good.All.Latency.Points;

        Assert.Equal(99.9, points[^1].Percentile);
        Assert.Equal(50, points.Single(p => p.Percentile == 50).Milliseconds, 0.1);
        Assert.Equal(points.OrderBy(p => p.Milliseconds), points);
    }

    [Fact]
    public async Task Written_and_read_again_it_makes_the_same_page()
    {
        var path = Path.GetTempFileName();
        try
        {
            await JsonReport.WriteAsync(path, SmallResult.Good);
            Assert.Equal(JsonReport.Text(SmallResult.Good), JsonReport.Text(await JsonReport.ReadAsync(path)));
            Assert.Equal(ExitCodes.Good, await LoadProgram.RunAsync(["report", path, path, "--html", path]));
            Assert.StartsWith(
                "<!DOCTYPE html>", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    [InlineData("""{"schema": "tocsin-load/1"}""")]
    public async Task What_is_no_result_is_refused(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

            await Assert.ThrowsAsync<JsonException>(() => JsonReport.ReadAsync(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task The_server_s_version_is_its_build_s_and_null_where_it_says_none()
    {
        await using var gateway = await FakeGateway.StartAsync();
        Assert.Null(await ServerVersion.ReadAsync([gateway.Address], [], TestContext.Current.CancellationToken));

        gateway.Metrics = "# TYPE tocsin_build_info gauge\ntocsin_build_info{otel_scope_name=\"Tocsin.Build\",role=\"silo\","
            + "version=\"0.1.0+d5329b5\"} 1\n";

        Assert.Equal("0.1.0+d5329b5", await ServerVersion.ReadAsync([gateway.Address], [], TestContext.Current.CancellationToken));
        Assert.Equal("1", ServerVersion.Contract("""{"info": {"version": "1"}}"""));
        Assert.Null(ServerVersion.Contract("nonsense"));
    }
}
