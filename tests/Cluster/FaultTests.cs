using Tocsin.Tests.Faults;
using Tocsin.Tests.Faults.Driving;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Faults.Scenarios;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// The faults of <c>tests/Faults</c>, each once (<c>TOCSIN_REPEAT</c> times): nothing that was acknowledged is lost, nothing is done twice,
/// chains are whole, and all goes on by itself. How long it takes is judged by the program, on a machine that does nothing else.
/// </summary>
[Collection(typeof(SharedCluster))]
public sealed class FaultTests(SharedCluster.Fixture fixture)
{
    [Fact]
    public Task A_silo_is_killed() => HoldsAsync(new KillFault(fixture.Cluster));

    [Fact]
    public Task A_silo_is_frozen_and_does_no_harm_when_it_thaws() => HoldsAsync(new FreezeFault(fixture.Cluster));

    // On servers of its own, which take a minute to start on two cores.
    [Fact, Trait("when", "nightly")]
    public Task A_silo_is_cut_off_from_everybody_and_does_no_harm_when_it_is_back() => HoldsAsync(new CutFault());

    [Fact, Trait("when", "nightly")]
    public Task All_silos_and_gateways_are_killed_at_once_and_started_on_other_addresses() =>
        HoldsAsync(new AllKilledFault(fixture.Cluster));

    [Fact]
    public Task The_database_is_restarted() => HoldsAsync(new DatabaseFault(fixture.Cluster));

    // On servers of its own, which take a minute to start on two cores.
    [Fact, Trait("when", "nightly")]
    public Task The_database_is_slow_and_then_silent() => HoldsAsync(new SlowDatabaseFault());

    [Fact]
    public Task All_servers_are_restarted_one_by_one() => HoldsAsync(new RollingFault(fixture.Cluster));

    [Fact]
    public Task The_disk_of_the_embedded_default_is_full_for_a_while() => HoldsAsync(new DiskFault());

    [Fact]
    public Task The_embedded_default_is_killed() => HoldsAsync(new KillEmbeddedFault());

    // Two restarts each, of which one would do where every push is tested: DamagedRows, and DamagedFiles, look at the answers.
    [Fact, Trait("when", "nightly")]
    public Task Bits_flip_in_the_embedded_file() => HoldsAsync(new DamageFault());

    [Fact, Trait("when", "nightly")]
    public Task A_bit_flips_in_a_page_of_the_database() => HoldsAsync(new DamagedDatabaseFault(fixture.Cluster));

    [Fact]
    public async Task On_the_feed_nobody_misses_an_event_or_gets_one_twice_when_its_gateway_is_killed_and_then_a_silo()
    {
        for (var i = 0; i < Ordeal.Repeats; i++)
            await FeedOrdeal.PassAsync(fixture.Cluster, i);
    }

    private static async Task HoldsAsync(Fault fault)
    {
        await using (fault)
        {
            try
            {
                await fault.OpenAsync();
            }
            catch (NotPermittedException e)
            {
                Assert.Skip(e.Message);
            }

            var results = new List<FaultResult>();
            for (var i = 0; i < Ordeal.Repeats; i++)
                results.Add(await FaultMeasurer.RunAsync(fault, i, DrivePlan.Gentle));
            var missed = Verdict.Of(FaultLimits.AnyTime, results);
            Assert.True(missed.Count == 0, string.Join('\n', [.. missed, .. fault.Logs.Select(log => $"== {log.Key}\n{log.Value}")]));
        }
    }
}
