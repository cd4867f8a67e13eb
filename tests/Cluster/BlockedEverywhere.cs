using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Cluster;

/// <summary>A subject that is blocked at one gateway is kept out at every other one.</summary>
[Collection(typeof(SharedCluster))]
public sealed class BlockedEverywhere(SharedCluster.Fixture fixture)
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Requests_are_refused_and_feeds_are_cut_within_two_seconds_on_each_gateway()
    {
        await fixture.ReadyAsync();
        var urls = fixture.Cluster.Servers.Gateways.Select(g => g.Url).ToList();
        using var admin = await Desk.SignedInAsync(urls[0], "root", "admin");
        var desks = new List<HttpClient>();
        var feeds = new List<FeedReader>();
        try
        {
            foreach (var url in urls)
            {
                desks.Add(await Desk.SignedInAsync(url, "lost-phone"));
                using var answer = await desks[^1].GetAsync("/api/v1/units");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                feeds.Add(await FeedReader.OpenAsync(desks[^1], 0));
            }

            using var done = await admin.PostAsJsonAsync(
                "/api/v1/settings/blocked-subjects", new { subject = "lost-phone", reason = "a lost phone" });
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
            var watch = Stopwatch.StartNew();
            await Until.HoldsAsync("each feed is cut", () => feeds.All(f => f.Text.Contains("\"blocked\"", StringComparison.Ordinal)));
            foreach (var desk in desks)
            {
                using var refused = await desk.GetAsync("/api/v1/units");
                Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            }

            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
        }
        finally
        {
            feeds.ForEach(f => f.Dispose());
            desks.ForEach(d => d.Dispose());
            using var again = await admin.DeleteAsync(new Uri("/api/v1/settings/blocked-subjects/lost-phone", UriKind.Relative));
        }
    }
}
