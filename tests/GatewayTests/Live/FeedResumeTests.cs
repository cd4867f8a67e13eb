using Tocsin.Live;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Live;

/// <summary>Whoever comes back to a gateway that is younger than its position, or behind it, misses nothing.</summary>
public sealed class FeedResumeTests
{
    private const int Written = FeedLimits.HistoryMax + 1_500;

    [Fact]
    public async Task Shortly_before_a_gateway_started_is_told_from_memory()
    {
        var journal = new ToldJournal().Write(Written);
        await using var gateway = await TestGateway.Fake(live: journal);
        Assert.Equal(
            [Written - FeedLimits.HistoryMax, Written - FeedLimits.HistoryMax + ILiveGrain.EventsMax], await OldAsync(gateway, journal));
        await AllAsync(gateway, after: Written - 1_700);
        Assert.Empty(journal.AskedForOld);
    }

    [Fact]
    public async Task Long_before_a_gateway_started_is_told_from_the_journal_even_when_a_silo_is_behind()
    {
        var journal = new ToldJournal().Write(Written);
        await using var gateway = await TestGateway.Fake(live: journal);
        await OldAsync(gateway, journal);
        journal.BehindFor = 2;
        await AllAsync(gateway, after: 0);
        Assert.Equal([0, 0, 0, ILiveGrain.EventsMax], journal.AskedForOld);
    }

    [Fact]
    public async Task A_gateway_that_finds_only_silos_that_are_behind_begins_without_what_was_before()
    {
        var journal = new ToldJournal { BehindFor = 1 }.Write(10);
        await using var gateway = await TestGateway.Fake(live: journal);
        await OldAsync(gateway, journal);
        await AllAsync(gateway, after: 4, upTo: 10);
        Assert.Equal([4], journal.AskedForOld);
    }

    [Fact]
    public async Task A_client_that_is_ahead_of_its_gateway_waits_for_it_as_long_as_the_journal_has_its_position()
    {
        var journal = new ToldJournal { DatabaseEnd = 12 }.Write(10);
        await using var gateway = await TestGateway.Fake(live: journal);
        await using var feed = await FeedReader.OpenAsync(gateway, await gateway.Token("dispatcher"), "?after=12");
        Assert.Equal(12, (await feed.NextAsync())!.Id);
        journal.Write(3);
        Assert.Equal(13, (await feed.UntilAsync(f => f.Name is not null)).Id);
    }

    // What was asked for until the board was there.
    private static async Task<IReadOnlyList<long>> OldAsync(TestGateway gateway, ToldJournal journal)
    {
        (await (await gateway.As("dispatcher")).Get("/board")).Expect(200);
        var asked = journal.AskedForOld.ToList();
        journal.AskedForOld.Clear();
        return asked;
    }

    private static async Task AllAsync(TestGateway gateway, long after, long upTo = Written)
    {
        await using var feed = await FeedReader.OpenAsync(gateway, await gateway.Token("dispatcher"), $"?after={after}");
        for (var next = after + 1; next <= upTo; next++)
            Assert.Equal(next, (await feed.UntilAsync(f => f.Name is not null)).Id);
    }
}
