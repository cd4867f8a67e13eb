using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Stories;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Profiles;

/// <summary>A stall is seen by everybody who would have waited in it, not by the one request that met it (coordinated omission).</summary>
public sealed class OmissionTests
{
    [Fact]
    public async Task A_server_that_stalls_for_a_second_is_waited_for_by_every_call_of_that_second()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var profile = CityPeak.Profile with
        {
            CallsPerSecond = 50,
            IncidentShare = 0,
            Bursts = BurstShape.None,
            PositionsPerSecond = 0,
            Consoles = 0,
        };
        var options = new LoadOptions(profile, [gateway.Address], TimeSpan.FromSeconds(2), 1)
        {
            Delays = Delays.None,
            Patience = Patience.OneTry,
            Units = 10,
        };
        var begun = new TaskCompletionSource();
        var run = new ProfileRunner(options, new TokenBook("test", "token"), TimeProvider.System)
            .RunAsync(_ => begun.TrySetResult(), TestContext.Current.CancellationToken);

        // After the first sample, that is at about a second: the fleet is registered by then.
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        gateway.Stall = Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        var result = await run;

        // Nobody arrived later for it. In a closed loop of one client a single answer would have been late; here half of the calls are.
        var ring = result.Commands.Single(k => k.Name == "ring").Latency;
        Assert.Equal(BurstyArrivals.Schedule(50, TimeSpan.FromSeconds(2), BurstShape.None, new Random(1)).Count(), result.Stories.Calls);
        Assert.True(ring.P90 >= 400, $"{ring}");
        Assert.True(ring.P99 >= 700, $"{ring}");
    }

    [Fact]
    public async Task What_this_program_is_late_counts_as_latency_and_is_told_as_its_own()
    {
        await using var gateway = await FakeGateway.StartAsync();
        using var sender = await RequestSender.CreateAsync(
            [gateway.Address], new TokenBook("test", "token"), Patience.OneTry, TimeProvider.System, TestContext.Current.CancellationToken);
        using var agenda = new Agenda(TimeProvider.System);
        var driver = new Driver(sender, agenda, Delays.None);
        var at = agenda.Now + TimeSpan.FromMilliseconds(50);
        var blocked = BlockAsync();

        await new Desk(driver, at + TimeSpan.FromMilliseconds(20), new Random(1))
            .DoAsync("ring", TimeSpan.Zero, Load.Contract.Requests.Ring("138", "1", TimeProvider.System.GetUtcNow()));
        await blocked;

        var (latency, service) = driver.Commands.All();
        Assert.True(latency.Max >= 250, $"{latency}");
        Assert.True(latency.Max - service.Max >= 250, $"{latency} {service}");
        Assert.True(driver.Lag.Max >= 250, $"{driver.Lag}");

        // The agenda's one thread is held, as by a collection of this program.
        async Task BlockAsync()
        {
            await agenda.UntilAsync(at).ConfigureAwait(false);
            Thread.Sleep(300);
        }
    }
}
