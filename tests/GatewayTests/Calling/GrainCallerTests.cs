using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Calling;
using Tocsin.Journal;

namespace Tocsin.Tests.GatewayTests.Calling;

/// <summary>Timeouts and retries of calls to the cluster, on a clock that the test moves.</summary>
public sealed class GrainCallerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<(int Attempt, TimeSpan At, TaskCompletionSource<string> Answer)> _tries = [];
    private readonly DateTimeOffset _start;
    private readonly GrainCaller _caller;

    public GrainCallerTests()
    {
        _start = _time.GetUtcNow();
        _caller = Caller(knowsGrains: true);
    }

    [Fact]
    public async Task The_first_answer_is_the_answer()
    {
        var call = Call();
        _tries[0].Answer.SetResult("one");
        Assert.Equal("one", await call);
        Assert.Single(_tries);
    }

    [Fact]
    public async Task A_grain_that_no_silo_has_is_told_at_once()
    {
        await Assert.ThrowsAsync<NotYetEverywhereException>(() => Caller(knowsGrains: true).Call<string>(
            CallPolicy.Command, _ => throw new ArgumentException("Could not find an implementation"), default));
    }

    [Fact]
    public async Task A_grain_that_a_client_does_not_know_yet_is_tried_again()
    {
        var tries = 0;
        var call = Caller(knowsGrains: false).Call(
            CallPolicy.Command,
            _ => ++tries == 1 ? throw new ArgumentException("Could not find an implementation") : Task.FromResult("two"),
            default);
        for (var i = 0; i < 20 && !call.IsCompleted; i++)
            await Advance(0.1);
        Assert.Equal("two", await call);
    }

    [Fact]
    public async Task A_second_try_starts_beside_the_first_after_a_second()
    {
        var call = Call();
        await Advance(0.9);
        Assert.Single(_tries);
        await Advance(0.2);
        Assert.Equal([1, 2], _tries.Select(t => t.Attempt));
        _tries[1].Answer.SetResult("two");
        Assert.Equal("two", await call);
    }

    [Fact]
    public async Task The_first_try_may_still_answer_while_the_second_runs()
    {
        var call = Call();
        await Advance(1.1);
        _tries[0].Answer.SetResult("one");
        Assert.Equal("one", await call);
    }

    [Fact]
    public async Task At_most_two_are_under_way_and_after_eight_seconds_it_is_over()
    {
        var call = Call();
        for (var i = 0; i < 90 && !call.IsCompleted; i++)
            await Advance(0.1);
        await Assert.ThrowsAsync<ClusterUnavailableException>(() => call);
        Assert.Equal([0, 1, 3, 4, 6, 7], _tries.Select(t => (int)Math.Round(t.At.TotalSeconds)));
        Assert.InRange((_time.GetUtcNow() - _start).TotalSeconds, 8, 8.3);
    }

    public static TheoryData<Exception> Passing() =>
        [new TimeoutException(), new SiloUnavailableException("dead"), new OrleansException("gone"), new GatewayTooBusyException("x")];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_try_that_fails_in_passing_is_followed_by_another(Exception exception)
    {
        var call = Call();
        _tries[0].Answer.SetException(exception);
        await Advance(0.05);
        Assert.Single(_tries);
        await Advance(0.1);
        Assert.Equal(2, _tries.Count);
        _tries[1].Answer.SetResult("two");
        Assert.Equal("two", await call);
    }

    [Fact]
    public async Task A_try_that_cannot_even_start_is_followed_by_another()
    {
        var tries = 0;
        var call = _caller.Call(
            CallPolicy.Command, _ => ++tries == 1 ? throw new SiloUnavailableException() : Task.FromResult("two"), default);
        await Advance(0.2);
        Assert.Equal("two", await call);
    }

    [Fact]
    public async Task A_journal_that_is_away_is_asked_once_more_and_then_it_is_over()
    {
        var call = Call();
        _tries[0].Answer.SetException(new JournalUnavailableException());
        await Advance(0.15);
        _tries[1].Answer.SetException(new JournalUnavailableException());
        await Settle();
        await Assert.ThrowsAsync<ClusterUnavailableException>(() => call);
        Assert.Equal(2, _tries.Count);
    }

    [Fact]
    public async Task A_journal_that_took_its_time_to_say_so_is_not_asked_again()
    {
        var call = Call();
        await Advance(1.0);
        _tries[0].Answer.SetException(new JournalUnavailableException());
        await Settle();
        await Assert.ThrowsAsync<ClusterUnavailableException>(() => call);
        Assert.True(_time.GetUtcNow() - _start < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_journal_that_comes_back_in_between_costs_no_error()
    {
        var call = Call();
        _tries[0].Answer.SetException(new JournalUnavailableException());
        await Advance(0.15);
        _tries[1].Answer.SetResult("back");
        Assert.Equal("back", await call);
    }

    [Fact]
    public async Task A_bug_is_not_tried_again()
    {
        var call = Call();
        _tries[0].Answer.SetException(new InvalidCastException());
        await Assert.ThrowsAsync<InvalidCastException>(() => call);
        await Advance(3);
        Assert.Single(_tries);
    }

    [Fact]
    public async Task A_bug_of_the_second_try_is_told_too()
    {
        var call = Call();
        await Advance(1.1);
        _tries[1].Answer.SetException(new InvalidCastException());
        await Settle();
        await Assert.ThrowsAsync<InvalidCastException>(() => call);
    }

    [Fact]
    public async Task Whoever_is_gone_is_not_waited_for()
    {
        using var gone = new CancellationTokenSource();
        var call = Call(gone.Token);
        await Advance(1.1);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Advance(5);
        Assert.Equal(2, _tries.Count);
    }

    [Fact]
    public async Task A_report_is_never_asked_for_twice_at_once()
    {
        var call = _caller.Call(CallPolicy.Report, Try, default);
        for (var i = 0; i < 70 && !call.IsCompleted; i++)
            await Advance(1);
        await Assert.ThrowsAsync<ClusterUnavailableException>(() => call);
        Assert.Single(_tries);
    }

    private GrainCaller Caller(bool knowsGrains)
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        return new GrainCaller(_time, new RetryMetrics(meters), new ClusterConnection(found: true, () => knowsGrains));
    }

    private Task<string> Call(CancellationToken cancellation = default) => _caller.Call(CallPolicy.Command, Try, cancellation);

    private Task<string> Try(int attempt)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _tries.Add((attempt, _time.GetUtcNow() - _start, answer));
        return answer.Task;
    }

    private async Task Advance(double seconds)
    {
        await Settle();
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await Settle();
    }

    // Lets whatever became due run: what is queued behind it comes after it, however busy the machine is.
    private static async Task Settle()
    {
        for (var i = 0; i < 5; i++)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
            await Task.Factory.StartNew(
                () => { }, TestContext.Current.CancellationToken, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        }
    }
}
