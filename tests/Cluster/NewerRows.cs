using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tocsin.Journal.Writing;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// What a newer version of the program wrote stops nothing: a stream of an unknown kind that is due, and an unknown event on a known
/// incident, stand in journal and board while the system runs, and again when it starts. The same on both databases.
/// </summary>
public abstract class NewerRows : IAsyncLifetime
{
    private const string Foreign = "future/f28";
    private const int ForeignKind = 200;

    /// <summary>The gateway that is asked.</summary>
    protected abstract Uri Url { get; }

    /// <summary>The processes whose readiness and metrics are looked at: those with a silo.</summary>
    protected abstract IReadOnlyList<ServerProcess> Silos { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public abstract ValueTask InitializeAsync();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Stops and starts every process; returns when all are ready.</summary>
    protected abstract Task RestartAsync();

    /// <summary>Writes an event behind the journal's end, and the board row that it leads to, as a newer silo's append would.</summary>
    private protected abstract Task WriteAsync(StoredRow row);

    /// <summary>The version and the hash of a stream's last event.</summary>
    protected abstract Task<(int Version, byte[] Hash, string View)> HeadAsync(string stream);

    [Fact]
    public async Task Rows_of_a_newer_version_stop_nothing()
    {
        using var http = await Desk.SignedInAsync(Url);
        await ChoosePolicyAsync();
        var known = await CreateAsync(http);
        var before = await PositionAsync(http);
        using var feed = await FeedReader.OpenAsync(http, before);

        // An unknown kind of stream, with something due; then an unknown kind of event on an incident.
        var now = DateTimeOffset.UtcNow;
        await WriteAsync(StoredRow.Of(
            Foreign, ForeignKind, 1, "FutureBegun", EventLine.FirstHash.ToArray(), """{"title":"x"}""", now,
            dueAt: now.AddSeconds(-1)));
        var head = await HeadAsync($"incident/{known}");
        await WriteAsync(StoredRow.Of($"incident/{known}", 1, head.Version + 1, "IncidentSigned", head.Hash, head.View, now, dueAt: null));

        // Commands on other things go on, and are on the board.
        var later = new List<string>();
        for (var i = 0; i < 3; i++)
            later.Add(await CreateAsync(http));
        await Until.HoldsAsync(
            "the board shows the later incidents",
            async () => later.All((await BoardAsync(http)).Contains),
            stop: Cancellation);

        // The feed names what is unknown, without its data, and carries the rest.
        await Until.HoldsAsync(
            "the feed has all",
            () => later.TrueForAll(id => feed.Has($"incident/{id}", "IncidentCreated")),
            () => feed.Text,
            Cancellation);
        Assert.True(feed.Has(Foreign, "FutureBegun"), feed.Text);
        Assert.True(feed.Has($"incident/{known}", "IncidentSigned"), feed.Text);
        Assert.DoesNotContain("\"title\"", feed.Text, StringComparison.Ordinal);

        // Clocks fire; what is due and unreadable stands among what is late.
        await Until.HoldsAsync(
            "the clocks fired",
            async () => (await OverdueAsync(http)).Count(i => later.Contains(Text(i, "incidentId"))) == 3,
            stop: Cancellation);
        await Until.HoldsAsync(
            "the foreign stream is listed",
            async () => (await OverdueAsync(http)).Any(i => Text(i, "kind") == "unreadable" && Text(i, "stream") == Foreign),
            stop: Cancellation);

        // The one thing that holds an unknown event: read as it is stored, no command, and a clear answer.
        using (var answer = await http.PostAsJsonAsync($"/api/v1/incidents/{known}/notes", new { text = "x" }, Cancellation))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal("newerVersion", Text(await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation), "code"));
        }

        using (var answer = await http.GetAsync($"/api/v1/incidents/{known}", Cancellation))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        // It is counted, and everybody stays ready.
        await Until.HoldsAsync(
            "a metric counts it",
            async () => (await MetricAsync("tocsin_watch_unreadable")).Any(v => v >= 1),
            stop: Cancellation);
        Assert.All(await MetricAsync("tocsin_watch_blind"), value => Assert.Equal(0, value));
        foreach (var silo in Silos)
        {
            using var ready = await http.GetAsync(new Uri(silo.Url, "/healthz/ready"), Cancellation);
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        // A restart comes up with all of it in the journal.
        await RestartAsync();
        using var again = await Desk.SignedInAsync(Url);
        await Until.HoldsAsync(
            "the board is there after the restart",
            async () => later.Append(known).All((await BoardAsync(again)).Contains),
            stop: Cancellation);
        later.Add(await CreateAsync(again));
        await Until.HoldsAsync("and goes on", async () => (await BoardAsync(again)).Contains(later[^1]), stop: Cancellation);
    }

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    // As a client does: 503 unavailable is sent again with the same key.
    private static async Task<string> CreateAsync(HttpClient http)
    {
        var (key, id, seen) = (Guid.NewGuid().ToString(), (string?)null, "");
        await Until.HoldsAsync(
            "an incident is made",
            async () =>
            {
                using var made = await Desk.CreateAsync(http, key);
                seen = await made.Content.ReadAsStringAsync(Cancellation);
                if (made.StatusCode == HttpStatusCode.Created)
                    id = await Desk.IdOf(made);
                else
                    Assert.Equal("unavailable", Text(JsonDocument.Parse(seen).RootElement, "code"));
                return id is not null;
            },
            () => seen,
            stop: Cancellation);
        return id!;
    }

    private static async Task<HashSet<string>> BoardAsync(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("/api/v1/board", Cancellation))
            .GetProperty("incidents")
            .EnumerateArray()
            .Select(i => Text(i, "id"))];

    private static async Task<long> PositionAsync(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonElement>("/api/v1/board", Cancellation)).GetProperty("position").GetInt64();

    private static async Task<List<JsonElement>> OverdueAsync(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("/api/v1/overdue?limit=200", Cancellation)).GetProperty("items").EnumerateArray()];

    private async Task<List<double>> MetricAsync(string name)
    {
        using var http = new HttpClient();
        var values = new List<double>();
        foreach (var silo in Silos)
        {
            var page = await http.GetStringAsync(new Uri(silo.Url, "/metrics"), Cancellation);
            values.AddRange(page.Split('\n')
                .Where(l => l.StartsWith(name, StringComparison.Ordinal))
                .Select(l => double.Parse(l.Split(' ')[1], CultureInfo.InvariantCulture)));
        }

        return values;
    }

    private async Task ChoosePolicyAsync()
    {
        using var admin = new HttpClient { BaseAddress = Url };
        admin.DefaultRequestHeaders.Authorization =
            new("Bearer", await DevSignIn.TokenAsync(admin, "root", "admin", cancellation: Cancellation));
        using var put = await admin.PutAsJsonAsync(
            "/api/v1/settings/policies/fast", new { limits = new[] { new { stage = "assign", limitSeconds = 2 } } }, Cancellation);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(Cancellation));
        using var chosen = await admin.PutAsJsonAsync("/api/v1/settings/policy", new { name = "fast" }, Cancellation);
        Assert.True(chosen.IsSuccessStatusCode, await chosen.Content.ReadAsStringAsync(Cancellation));
    }
}
