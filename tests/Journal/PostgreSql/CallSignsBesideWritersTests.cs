using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Schema;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Units;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>Silos start, and fill the claims in, while silos of an earlier version and of this one register units.</summary>
public sealed class CallSignsBesideWritersTests(PostgresFixture postgres) : ConformanceTest(postgres.ForSuiteAsync)
{
    private const int UnitsOfEach = 60;

    [Fact]
    public async Task Whatever_was_written_meanwhile_each_unit_ends_with_its_own_name_and_no_other()
    {
        var writers = Task.WhenAll(OlderAsync(), NewerAsync());
        do
        {
            await UpgradeAsync();
        }
        while (!writers.IsCompleted);
        await writers;
        await UpgradeAsync();

        for (var i = 0; i < UnitsOfEach; i++)
        {
            Assert.Equal(AppendOutcome.ClaimTaken, await TakeAsync($"callSign:renamed{i}"));
            Assert.Equal(AppendOutcome.ClaimTaken, await TakeAsync($"callSign:newer{i}"));
            Assert.Equal(AppendOutcome.Committed, await TakeAsync($"callSign:older{i}"));
        }
    }

    // Claims nothing, also when it changes a call sign.
    private async Task OlderAsync()
    {
        for (var i = 0; i < UnitsOfEach; i++)
        {
            await CommitAsync(Draft().Event(Unit($"o{i}"), 0, board: View($"o{i}", $"Older {i}")));
            await CommitAsync(Draft().Event(Unit($"o{i}"), 1, board: View($"o{i}", $"Renamed {i}")));
        }
    }

    private async Task NewerAsync()
    {
        for (var i = 0; i < UnitsOfEach; i++)
        {
            await CommitAsync(
                Draft().Event(Unit($"n{i}"), 0, board: View($"n{i}", $"Newer {i}")).Take($"callSign:newer{i}", Unit($"n{i}")));
        }
    }

    private async Task<AppendOutcome> TakeAsync(string name)
    {
        var probe = Unit("probe-" + CommandId.New().Value.ToString("N")[..8]);
        return (await AppendAsync(Draft().Event(probe, 0, board: View("x", "probe")).Take(name, probe))).Outcome;
    }

    private Task UpgradeAsync() => PostgresSchema.UpgradeAsync(((PostgresDatabase)Database).ConnectionString, cancellation: Cancellation);

    private static BoardEntry View(string id, string callSign) => UnitState.Initial(UnitId.Of(id))
        .Apply(new UnitRegistered(callSign, "patrol", null, [], null), Conformance.Draft.Noon)
        .ToBoard();
}
