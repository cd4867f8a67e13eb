using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Hosting;
using Tocsin.Live;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>
/// An observer of the tail that never returns holds up everybody: the silo says that it is not ready, so that others are asked.
/// </summary>
public abstract class HungObserverTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_silo_is_not_ready_after_the_limit_and_ready_again_once_the_observer_returns()
    {
        await RestartAsync(_time);
        await Host.Tail.Started.WaitAsync(Cancellation);
        using var metrics = new LiveMetrics();
        var readiness = new SiloReadiness(ActiveMember.Make(), Host.Tail, metrics, _time);
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        using var subscription = Host.Tail.Subscribe(
            _ =>
            {
                entered.Set();
                release.Wait(Until.Cap);
            },
            static () => { });

        var appended = await CommitAsync(Draft().Event(Unit("u"), 0));
        await Until.HoldsAsync("the observer is handed the event", () => entered.IsSet);
        _time.Advance(SiloReadiness.ObserverLimit);
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(readiness));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(readiness));
        Assert.Equal(appended.LastPosition, Host.Tail.Position);

        release.Set();
        await Until.HoldsAsync("the tail goes on", () => Host.Tail.HandingSince is null);
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(readiness));
    }

    private static async Task<HealthStatus> StatusAsync(SiloReadiness readiness) =>
        (await readiness.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status;
}
