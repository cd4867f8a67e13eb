using Microsoft.Extensions.Time.Testing;
using Tocsin.Journal.Timekeeping;
using Tocsin.Tests.Journal.Timekeeping;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>A process whose clock lies behind what is recorded is not ready; one whose database's clock lies behind is.</summary>
public abstract class ClockGuardTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private const int Behind = 2604;
    private const int Right = 2605;
    private const int DatabaseBehind = 2606;
    private const int DatabaseRight = 2607;

    private readonly SaidLines<ClockGuard> _said = new();

    [Fact]
    public async Task Now_is_never_before_the_last_time_of_recording_also_after_a_start()
    {
        var recorded = new JournalTime();
        await recorded.LoadAsync(Journal, Cancellation);
        Assert.Null(recorded.Last);
        var first = (await CommitAsync(Draft().Event(Unit("u"), 0).Event(Unit("u"), 0))).RecordedAt;
        recorded.See(first);
        recorded.See(first.AddHours(-1));
        Assert.Equal(first, recorded.NotBefore(first.AddHours(-1)));
        Assert.Equal(first.AddSeconds(1), recorded.NotBefore(first.AddSeconds(1)));

        var started = new JournalTime();
        await started.LoadAsync(Journal, Cancellation);
        Assert.Equal(first, started.Last);
        started.Forget();
        Assert.Null(started.Last);
        await started.LoadAsync(Journal, Cancellation);
        Assert.Equal(first, started.Last);
    }

    [Fact]
    public async Task A_clock_more_than_5_s_behind_the_journals_end_is_said_and_not_ready_until_it_is_right()
    {
        var end = (await CommitAsync(Draft().Event(Unit("u"), 0))).RecordedAt;
        var time = new FakeTimeProvider(end - ClockVerdict.BehindMax - TimeSpan.FromSeconds(1));
        using var metrics = new ClockMetrics();
        using var guard = new ClockGuard(Journal, new JournalTime(), time, metrics, _said);
        Assert.Null(guard.Verdict);
        Assert.Equal(TimeSpan.FromSeconds(6), (await guard.LookAsync(Cancellation)).Behind);
        Assert.False(guard.Verdict!.Value.IsReady);
        await guard.LookAsync(Cancellation);
        Assert.Equal([Behind], _said.Ids);

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(guard.Verdict!.Value.IsReady);
        await guard.LookAsync(Cancellation);
        Assert.Equal([Behind, Right], _said.Ids);
    }

    [Fact]
    public async Task A_clock_behind_the_databases_is_not_ready_and_one_whose_database_fell_behind_is()
    {
        var end = (await CommitAsync(Draft().Event(Unit("u"), 0))).RecordedAt;
        var time = new FakeTimeProvider(end);
        using var metrics = new ClockMetrics();
        var database = new DatabaseAhead(time) { Ahead = TimeSpan.FromSeconds(6) };
        using var guard = new ClockGuard(Journal, new JournalTime(), time, metrics, _said, database);
        Assert.False((await guard.LookAsync(Cancellation)).IsReady);

        // Both are an hour back, as after a restart with an empty battery: what is recorded lies ahead of both.
        using var back = new ClockMetrics();
        var then = new FakeTimeProvider(end.AddHours(-1));
        database = new DatabaseAhead(then);
        using var later = new ClockGuard(Journal, new JournalTime(), then, back, _said, database);
        var verdict = await later.LookAsync(Cancellation);
        Assert.True(verdict is { IsReady: true, IsDatabaseWrong: true });
        Assert.Equal(TimeSpan.FromHours(1), verdict.DatabaseBehind);
        then.Advance(TimeSpan.FromHours(1));
        await later.LookAsync(Cancellation);
        Assert.Equal([Behind, DatabaseBehind, DatabaseRight], _said.Ids);
    }

    private sealed class DatabaseAhead(FakeTimeProvider time) : IDatabaseClock
    {
        public TimeSpan Ahead { get; init; }

        public ValueTask<DateTimeOffset> NowAsync(CancellationToken cancellation = default) =>
            ValueTask.FromResult(time.GetUtcNow() + Ahead);
    }
}
