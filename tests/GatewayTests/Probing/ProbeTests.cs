using System.Net;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Hosting;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Probing;

/// <summary>What the probe does, when, at which gateway, and what it makes of what goes wrong.</summary>
public sealed class ProbeTests : IDisposable
{
    private static readonly string[] Round =
    [
        "POST /units/PROBE/duty true", "POST /incidents", "POST /incidents/i1/assignments",
        "POST /incidents/i1/assignments/PROBE/progress acknowledged", "POST /incidents/i1/assignments/PROBE/progress enRoute",
        "POST /incidents/i1/assignments/PROBE/progress onScene", "POST /incidents/i1/feedback",
        "POST /incidents/i1/assignments/PROBE/progress cleared", "POST /incidents/i1/closure", "POST /units/PROBE/duty false",
    ];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 3, 0, 0, TimeSpan.Zero));
    private readonly FakeDesk _first;
    private readonly FakeDesk _second;
    private readonly TestProbe _probe;

    public ProbeTests()
    {
        (_first, _second) = (new FakeDesk(_time), new FakeDesk(_time));
        _probe = new TestProbe(_time, [TestProbe.Way(_first)]);
    }

    [Fact]
    public async Task A_round_goes_through_all_stages_and_a_note_follows_each_fifteen_seconds()
    {
        await _probe.TickAsync();
        Assert.Equal(Round, _first.Lines.SkipWhile(l => l != Round[0]).Where(l => l.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Equal(_time.GetUtcNow().ToUnixTimeSeconds(), _probe.LastSuccess);
        Assert.Equal(
            [
                "acknowledge done", "assign done", "clear done", "close done", "create done", "enRoute done", "feed done", "feedback done",
                "offDuty done", "onDuty done", "onScene done", "tidy done", "tidy done", "unit done",
            ],
            _probe.Steps.Order(StringComparer.Ordinal));
        Assert.Empty(_first.Open);

        _first.Requests.Clear();
        for (var i = 1; i < 20; i++)
            await NextAsync();
        Assert.Equal(Enumerable.Repeat("POST /incidents/i1/notes", 19), _first.Lines);
        Assert.Equal(19, _first.Requests.Select(r => r.Key).Distinct().Count());
        await NextAsync();
        Assert.Contains("POST /incidents/i2/closure", _first.Lines);
    }

    [Fact]
    public async Task The_first_round_waits_for_nothing_and_the_process_ticks_by_its_clock()
    {
        await _probe.StartAsync();
        await Until.HoldsAsync("the probe has come so far", () => _probe.Steps.Contains("offDuty done"));
        _time.Advance(TimeSpan.FromSeconds(15));
        await Until.HoldsAsync("the probe has come so far", () => _probe.Steps.Contains("note done"));
        await _probe.StopAsync();
        Assert.Empty(_first.Open);
    }

    [Fact]
    public async Task What_takes_more_than_two_seconds_is_slow_and_what_is_refused_has_failed()
    {
        await _probe.TickAsync();
        _probe.Forget();
        _first.Takes = _ => TimeSpan.FromSeconds(2);
        await NextAsync();
        _first.Takes = _ => TimeSpan.FromMilliseconds(2001);
        await NextAsync();
        _first.Fails = (_, _) => HttpStatusCode.ServiceUnavailable;
        await NextAsync();
        _first.IsDead = true;
        await NextAsync();
        Assert.Equal(["note done", "note slow", "note failed", "note failed"], _probe.Steps);
    }

    [Fact]
    public async Task What_is_not_answered_is_given_up_after_ten_seconds()
    {
        var silent = new HttpClient(new SilentGateway()) { BaseAddress = new Uri("http://gateway"), Timeout = Timeout.InfiniteTimeSpan };
        using var probe = new TestProbe(_time, [silent]);
        var tick = probe.TickAsync();
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Empty(probe.Steps);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await tick.WaitAsync(Until.Cap);
        Assert.Equal(["unit failed"], probe.Steps);
    }

    [Fact]
    public async Task Gateways_take_turns_and_a_dead_one_is_seen_without_hindering_the_round()
    {
        using var probe = new TestProbe(_time, [TestProbe.Way(_first), TestProbe.Way(_second)]);
        _second.IsDead = true;
        await probe.TickAsync();
        Assert.NotNull(probe.LastSuccess);
        Assert.Contains("assign failed", probe.Steps);
        Assert.Contains("assign done", probe.Steps);
        Assert.Equal(_first.Requests.Count(r => r.Key is not null), _first.Requests.Select(r => r.Key).OfType<string>().Distinct().Count());

        probe.Forget();
        for (var i = 0; i < 8; i++)
            await NextAsync(probe);
        Assert.Equal(4, probe.Steps.Count(s => s == "note failed"));
        Assert.Equal(4, probe.Steps.Count(s => s == "note done"));
    }

    [Fact]
    public async Task A_step_that_another_gateway_repeats_keeps_its_key()
    {
        using var probe = new TestProbe(_time, [TestProbe.Way(_first), TestProbe.Way(_second)]);
        _first.Fails = (line, _) => line == "POST /incidents" ? HttpStatusCode.ServiceUnavailable : null;
        _second.Fails = (line, _) => line == "POST /incidents" ? HttpStatusCode.ServiceUnavailable : null;
        await probe.TickAsync();
        Assert.Equal(["create failed", "create failed"], probe.Steps.Where(s => s.StartsWith("create", StringComparison.Ordinal)));
        Assert.Equal(
            Assert.Single(_first.Requests, r => r.Line == "POST /incidents").Key,
            Assert.Single(_second.Requests, r => r.Line == "POST /incidents").Key);
    }

    [Fact]
    public async Task While_no_exercise_comes_about_it_goes_on_trying_at_each_tick()
    {
        _first.IsDead = true;
        await _probe.TickAsync();
        await NextAsync();
        await NextAsync();
        Assert.Equal(["unit failed", "unit failed", "unit failed"], _probe.Steps);
        Assert.Null(_probe.LastSuccess);
        _first.IsDead = false;
        await NextAsync();
        Assert.NotNull(_probe.LastSuccess);
    }

    [Fact]
    public async Task A_round_that_fails_is_put_away_before_the_next_begins()
    {
        _first.Fails = (line, _) => line.EndsWith("onScene", StringComparison.Ordinal) ? HttpStatusCode.Conflict : null;
        await _probe.TickAsync();
        Assert.Single(_first.Open);
        Assert.Null(_probe.LastSuccess);
        _first.Fails = (_, _) => null;
        _first.Requests.Clear();
        await NextAsync();
        var lines = _first.Lines.ToList();
        Assert.True(lines.IndexOf("POST /incidents/i1/closure") < lines.IndexOf("POST /incidents"));
        Assert.Empty(_first.Open);
        Assert.NotNull(_probe.LastSuccess);
    }

    [Fact]
    public async Task A_feed_that_tells_nothing_has_failed_and_hinders_no_round()
    {
        _first.Tells = false;
        await _probe.TickAsync();
        Assert.Contains("feed failed", _probe.Steps);
        Assert.DoesNotContain(_probe.Steps, s => s.EndsWith("failed", StringComparison.Ordinal) && s != "feed failed");
        Assert.NotNull(_probe.LastSuccess);
    }

    [Fact]
    public async Task Only_what_is_its_own_is_ended()
    {
        const string Own = "A probe tries the whole way with unit PROBE: nobody is in need, and it ends by itself.";
        _first.Open.Add(new() { ["id"] = "own", ["exercise"] = true, ["category"] = "probe", ["narrative"] = Own });
        _first.Open.Add(new() { ["id"] = "real", ["exercise"] = false, ["category"] = "probe", ["narrative"] = Own });
        _first.Open.Add(new() { ["id"] = "drill", ["exercise"] = true, ["category"] = "fire", ["narrative"] = Own });
        _first.Open.Add(new()
        {
            ["id"] = "another",
            ["exercise"] = true,
            ["category"] = "probe",
            ["narrative"] = Own.Replace("PROBE", "PROBE-2", StringComparison.Ordinal),
        });
        await _probe.TickAsync();
        Assert.Equal(["real", "drill", "another"], _first.Open.Select(i => i["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Its_unit_is_registered_where_anybody_may_and_a_real_one_is_never_sent()
    {
        _first.UnitKind = null;
        await _probe.TickAsync();
        Assert.Equal("dev-admin", Assert.Single(_first.Requests, r => r.Line == "PUT /units/PROBE").Token);
        Assert.DoesNotContain("unit failed", _probe.Steps);
        Assert.All(_first.Requests.Where(r => r.Line != "PUT /units/PROBE"), r => Assert.Equal("dev-dispatcher", r.Token));
        Assert.NotNull(_probe.LastSuccess);

        _second.UnitKind = "patrol";
        using var other = new TestProbe(_time, [TestProbe.Way(_second)]);
        var fault = await Assert.ThrowsAsync<MisconfigurationException>(other.TickAsync);
        Assert.StartsWith("--unit names PROBE, which is a real unit", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["GET /units/PROBE"], _second.Lines);
    }

    public void Dispose()
    {
        _probe.Dispose();
        _first.Dispose();
        _second.Dispose();
    }

    private async Task NextAsync(TestProbe? probe = null)
    {
        _time.Advance(TimeSpan.FromSeconds(15));
        await (probe ?? _probe).TickAsync();
    }

    private sealed class SilentGateway : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
