using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// A word is planted in every text of a call and of an incident; both are erased; and no word is found again: in no answer, table, file,
/// log or new backup. The chains hold as before. The same on both databases.
/// </summary>
public abstract class Erasure : IAsyncLifetime
{
    private const string Number = "13955501427";

    private const int TriesMax = 30;

    private static readonly string[] s_words =
    [
        "quagflat", "quagtold", "quagtelling", "quagdispo", "quaglane", "quagstory", "quagnote", "quagmessage", "quagreport", "quagstage",
        "quagreason", "quagclosing", "quagsupervise", "quagurge", "quagname", "quagphone", "quagid", "quagplate", "quagaccount",
        "quagcoat", "quagrenamed", "quaguri", "quagtaker", "quagevidence", "quagcalluri", "quagcallnote",
    ];

    private string _call = "", _incident = "";

    /// <summary>The gateway that is asked.</summary>
    protected abstract Uri Url { get; }

    /// <summary>What the test looks for in tables, files and logs.</summary>
    protected static IReadOnlyList<string> Planted => [.. s_words, Number];

    /// <summary>Cancelled when the test is.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public abstract ValueTask InitializeAsync();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Which of the words stand in tables, files and logs, each with its place.</summary>
    protected abstract Task<IReadOnlyList<string>> FindAsync();

    /// <summary>Makes a backup; which of the words stand in it.</summary>
    protected abstract Task<IReadOnlyList<string>> FindInBackupAsync();

    /// <summary>Runs the operators' audit, which must be clean; returns what it said.</summary>
    protected abstract Task<string> AuditAsync();

    [Fact]
    public async Task What_was_erased_is_found_nowhere_and_every_chain_holds()
    {
        using var dispatcher = await Desk.SignedInAsync(Url);
        using var supervisor = await Desk.SignedInAsync(Url, "li", "supervisor");
        using var admin = await Desk.SignedInAsync(Url, "root", "admin");
        await PlantAsync(dispatcher, supervisor, admin);

        // They are there, and the search of this test finds what is not enciphered.
        Assert.Contains("quagstory", await TextAsync(dispatcher, $"/incidents/{_incident}"), StringComparison.Ordinal);
        Assert.Contains("quagnote", await TextAsync(supervisor, $"/incidents/{_incident}/trail?limit=200"), StringComparison.Ordinal);
        Assert.Contains("quagrenamed", await TextAsync(dispatcher, $"/incidents/{_incident}"), StringComparison.Ordinal);
        Assert.Contains("quaguri", await TextAsync(dispatcher, $"/incidents/{_incident}/evidence"), StringComparison.Ordinal);
        Assert.Contains(_incident, await TextAsync(dispatcher, "/incidents?status=all&q=quagstory"), StringComparison.Ordinal);
        Assert.NotEmpty(await FindAsync());
        await ChainHoldsAsync(supervisor, $"/incidents/{_incident}/trail");

        foreach (var thing in new[] { $"/calls/{_call}", $"/incidents/{_incident}" })
        {
            var body = new { reason = "the person concerned asked for it", fields = new[] { "all" } };
            using (var forbidden = await supervisor.PostAsJsonAsync(Path(thing + "/erasure"), body, Cancellation))
                Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
            using (var asked = await admin.PostAsJsonAsync(Path(thing + "/erasure"), body, Cancellation))
            {
                Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
                var answer = await asked.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
                Assert.Equal("awaitingApproval", answer.GetProperty("status").GetString());
                Assert.Equal(2, answer.EnumerateObject().Count());
            }

            Assert.Contains("awaitingApproval", await TextAsync(supervisor, thing), StringComparison.Ordinal);
            using (var alone = await admin.PostAsync(Path(thing + "/erasure/approval"), null, Cancellation))
                Assert.Equal(HttpStatusCode.Forbidden, alone.StatusCode);
            using (var approved = await supervisor.PostAsync(Path(thing + "/erasure/approval"), null, Cancellation))
                Assert.True(approved.StatusCode == HttpStatusCode.OK, await approved.Content.ReadAsStringAsync(Cancellation));
        }

        await NothingIsShownAsync(dispatcher, supervisor);
        await ChainHoldsAsync(supervisor, $"/incidents/{_incident}/trail");
        await ChainHoldsAsync(supervisor, $"/calls/{_call}/trail");
        IReadOnlyList<string> left = [];
        await Until.HoldsAsync(
            "no word is left",
            async () => (left = await FindAsync()).Count == 0,
            () => string.Join('\n', left),
            stop: Cancellation);
        Assert.Empty(await FindInBackupAsync());
        Assert.Contains("have texts that were erased", await AuditAsync(), StringComparison.Ordinal);

        // It goes on: what is written from now on can be read.
        await DoAsync(dispatcher, $"/incidents/{_incident}/notes", new { text = "a later note" });
        var trail = await TextAsync(supervisor, $"/incidents/{_incident}/trail?limit=200");
        Assert.Contains("a later note", trail, StringComparison.Ordinal);
        Assert.Contains("\"text\":null,\"erased\":true", trail, StringComparison.Ordinal);
        await AuditAsync();
    }

    /// <summary>Which words stand in bytes.</summary>
    protected static IEnumerable<string> In(string place, byte[] bytes) => Planted
        .Where(word => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0)
        .Select(word => $"{word} in {place}");

    private static string Path(string path) => "/api/v1" + path;

    private static async Task<string> TextAsync(HttpClient http, string path) => await http.GetStringAsync(Path(path), Cancellation);

    // A machine that is busy with other things may need a second try: it is the same command.
    private static async Task<JsonElement> DoAsync(HttpClient http, string path, object body, HttpMethod? method = null)
    {
        var key = Guid.NewGuid().ToString();
        for (var left = TriesMax; ; left--)
        {
            using var request = new HttpRequestMessage(method ?? HttpMethod.Post, Path(path)) { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await http.SendAsync(request, Cancellation);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && left > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
                continue;
            }

            Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
            return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        }
    }

    private async Task PlantAsync(HttpClient dispatcher, HttpClient supervisor, HttpClient admin)
    {
        var unit = new { callSign = "Erasure 9", kind = "patrol", capabilities = Array.Empty<string>() };
        await DoAsync(admin, "/units/E9", unit, HttpMethod.Put);
        await DoAsync(dispatcher, "/units/E9/duty", new { onDuty = true, crew = Array.Empty<string>() });
        var call = await DoAsync(
            dispatcher, "/calls", new { callerNumber = Number, location = new { lat = 36.5, lon = 113.1, address = "No 5, quagflat" } });
        _call = call.GetProperty("id").GetString()!;
        await DoAsync(dispatcher, $"/calls/{_call}/answering", new { });
        await DoAsync(dispatcher, $"/calls/{_call}", new { narrative = "she says quagtold" }, HttpMethod.Patch);
        await DoAsync(dispatcher, $"/calls/{_call}", new { narrative = "she says quagtelling" }, HttpMethod.Patch);
        var incident = await DoAsync(
            dispatcher,
            "/incidents",
            new
            {
                category = "theft",
                priority = 2,
                location = new { lat = 36.5, lon = 113.1, address = "quaglane 7" },
                narrative = "the quagstory",
                confirmed = true,
            });
        _incident = incident.GetProperty("id").GetString()!;
        await DoAsync(
            dispatcher, $"/calls/{_call}/disposition", new { kind = "duplicate", incidentId = _incident, note = "as quagdispo" });
        await DoAsync(dispatcher, $"/calls/{_call}/ending", new { });
        await DoAsync(dispatcher, $"/incidents/{_incident}/notes", new { text = "a quagnote" });
        await DoAsync(dispatcher, $"/incidents/{_incident}/messages", new { text = "a quagmessage" });
        await DoAsync(dispatcher, $"/incidents/{_incident}/assignments", new { unitIds = new[] { "E9" } });
        await DoAsync(dispatcher, $"/incidents/{_incident}/assignments/E9/progress", new { stage = "enRoute", note = "quagstage" });
        await PlantRecordAsync(dispatcher);
        await DoAsync(supervisor, $"/incidents/{_incident}/supervision", new { reason = "quagsupervise" });
        await DoAsync(supervisor, $"/incidents/{_incident}/urging", new { stage = "arrive", reason = "quagurge" });
        await DoAsync(
            dispatcher,
            $"/incidents/{_incident}/feedback",
            new { unitId = "E9", outcome = "settled", narrative = "quagreport", results = new { } });
        await DoAsync(dispatcher, $"/incidents/{_incident}/closure", new { disposition = "handled", note = "first" });
        await DoAsync(dispatcher, $"/incidents/{_incident}/reopening", new { reason = "quagreason" });
        await DoAsync(dispatcher, $"/incidents/{_incident}/closure", new { disposition = "handled", note = "quagclosing" });
    }

    private async Task PlantRecordAsync(HttpClient dispatcher)
    {
        var party = new
        {
            kind = "person",
            role = "witness",
            name = "quagname",
            phone = "quagphone",
            idNumber = "quagid",
            plate = "quagplate",
            account = "quagaccount",
            description = "a quagcoat",
        };
        await DoAsync(dispatcher, $"/incidents/{_incident}/parties", party);
        await DoAsync(dispatcher, $"/incidents/{_incident}/parties/1", new { name = "quagrenamed" }, HttpMethod.Patch);
        var sha256 = new string('a', 64);
        await DoAsync(
            dispatcher,
            $"/incidents/{_incident}/evidence",
            new { kind = "photo", uri = "nas://quaguri", sha256, takenBy = "quagtaker", note = "quagevidence" });
        await DoAsync(
            dispatcher,
            $"/calls/{_call}/evidence",
            new { kind = "callRecording", uri = "nas://quagcalluri", sha256, note = "quagcallnote" });
    }

    private async Task NothingIsShownAsync(HttpClient dispatcher, HttpClient supervisor)
    {
        var now = Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture));
        foreach (var (http, path) in new[]
        {
            (dispatcher, $"/calls/{_call}"), (dispatcher, $"/incidents/{_incident}"),
            (dispatcher, "/calls"), (dispatcher, "/incidents?status=all"),
            (supervisor, $"/calls/{_call}/trail?limit=200"), (supervisor, $"/incidents/{_incident}/trail?limit=200"),
            (dispatcher, $"/incidents/{_incident}/messages"), (dispatcher, "/board"),
            (supervisor, $"/incidents/{_incident}?at={now}"),
            (dispatcher, $"/incidents/{_incident}/evidence"), (dispatcher, $"/calls/{_call}/evidence"),
        })
        {
            var text = await TextAsync(http, path);
            Assert.All(Planted, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        }

        foreach (var thing in new[] { $"/calls/{_call}", $"/incidents/{_incident}" })
        {
            var view = JsonDocument.Parse(await TextAsync(dispatcher, thing)).RootElement;
            Assert.True(view.GetProperty("erased").GetBoolean());
            Assert.Equal(JsonValueKind.Null, view.GetProperty("location").ValueKind);
            Assert.Equal(JsonValueKind.Null, view.GetProperty("narrative").ValueKind);
            Assert.Equal("erased", view.GetProperty("erasure").GetProperty("status").GetString());
        }

        Assert.Equal(
            JsonValueKind.Null,
            JsonDocument.Parse(await TextAsync(dispatcher, $"/calls/{_call}")).RootElement.GetProperty("callerNumber").ValueKind);
        foreach (var query in new[]
        {
            "/incidents?status=all&q=quagstory", "/incidents?status=all&q=quaglane", "/calls?q=quagflat", "/calls?q=quagtelling",
        })
            Assert.Contains("\"items\":[]", await TextAsync(dispatcher, query), StringComparison.Ordinal);
        var near = await TextAsync(dispatcher, "/incidents?status=all&near=36.5,113.1&radius=100");
        Assert.DoesNotContain(_incident, near, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"Erased\"", await TextAsync(supervisor, $"/calls/{_call}/trail?limit=200"), StringComparison.Ordinal);
    }

    private static async Task ChainHoldsAsync(HttpClient http, string trail)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(trail + "?limit=200"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/x-ndjson"));
        using var answer = await http.SendAsync(request, Cancellation);
        var previous = new byte[32];
        var rows = (await answer.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(rows);
        foreach (var row in rows.Select(r => JsonDocument.Parse(r).RootElement))
        {
            previous = SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(row.GetProperty("line").GetString()!)]);
            Assert.Equal(row.GetProperty("hash").GetString(), Convert.ToHexStringLower(previous));
        }

        Assert.All(Planted, word => Assert.DoesNotContain(word, string.Join('\n', rows), StringComparison.Ordinal));
    }
}
