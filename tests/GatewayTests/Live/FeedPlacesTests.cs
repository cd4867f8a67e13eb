using Microsoft.Extensions.DependencyInjection;
using Tocsin.Commands;
using Tocsin.Limits;
using Tocsin.Live;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Live;

/// <summary>Who finds a place on the feed of a gateway.</summary>
public sealed class FeedPlacesTests
{
    [Fact]
    public void The_last_places_are_for_those_who_dispatch()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var places = new FeedPlaces(
            ActivatorUtilities.CreateInstance<FeedMetrics>(services), ActivatorUtilities.CreateInstance<LimitMetrics>(services));
        for (var i = 0; i < FeedLimits.ClientsMax - FeedLimits.ClientsKeptForDispatch; i++)
            Assert.Null(places.TryEnter(new Actor($"u{i}", Roles.Unit)));
        foreach (var role in new[] { Roles.Unit, Roles.Station, Roles.CallTaker, Roles.Auditor })
            Assert.Equal(503, places.TryEnter(new Actor("late", role))?.Status);
        for (var i = 0; i < FeedLimits.ClientsKeptForDispatch; i++)
            Assert.Null(places.TryEnter(new Actor($"d{i}", i % 2 == 0 ? Roles.Dispatcher : Roles.Supervisor)));
        Assert.Equal(503, places.TryEnter(new Actor("late", Roles.Dispatcher))?.Status);
        places.Leave(new Actor("d0", Roles.Dispatcher));
        Assert.Null(places.TryEnter(new Actor("late", Roles.Dispatcher)));
    }

    [Fact]
    public async Task One_identity_has_twenty_feeds_at_most_and_a_closed_one_makes_room()
    {
        await using var gateway = await TestGateway.Fake(live: new ToldJournal().Write(1));
        var token = await gateway.Token("dispatcher", "much");
        var feeds = new List<FeedReader>();
        for (var i = 0; i < FeedLimits.ClientsOfOneMax; i++)
            feeds.Add(await FeedReader.OpenAsync(gateway, token, "?after=1"));
        (await gateway.With(token).Get("/feed?after=1")).Expect(429, "rateLimited");
        await using (var other = await FeedReader.OpenAsync(gateway, await gateway.Token("dispatcher", "little"), "?after=1"))
            Assert.Equal(1, (await other.NextAsync())!.Id);
        await feeds[0].DisposeAsync();
        await Until.HoldsAsync("there is a place again", async () => (await gateway.With(token).Open("/feed?after=1")).Status == 200);
        foreach (var feed in feeds.Skip(1))
            await feed.DisposeAsync();
    }
}
