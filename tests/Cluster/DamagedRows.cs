using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// Rows and lines that are no longer what was written, in a running system and when it starts: what asks for one is told so, everything
/// else goes on, and the audit names each. The same on both databases.
/// </summary>
public abstract class DamagedRows : IAsyncLifetime
{
    /// <summary>The gateway that is asked.</summary>
    protected abstract Uri Url { get; }

    /// <summary>The processes whose readiness and metrics are looked at: those with a silo.</summary>
    protected abstract IReadOnlyList<ServerProcess> Silos { get; }

    /// <summary>Where the audit finds the journal.</summary>
    protected abstract string[] AuditOptions { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public abstract ValueTask InitializeAsync();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Stops and starts every process; returns when all are ready.</summary>
    protected abstract Task RestartAsync();

    /// <summary>Changes something behind the program's back.</summary>
    protected abstract Task RunAsync(string sql);

    [Fact]
    public async Task What_is_damaged_is_named_and_its_neighbours_go_on()
    {
        using var http = await Desk.SignedInAsync(Url, "li", "supervisor");
        await ChoosePolicyAsync();
        var row = await CreateAsync(http);
        var line = await CreateAsync(http);
        var neighbour = await CreateAsync(http);
        await Until.HoldsAsync(
            "all are late",
            async () => (await OverdueAsync(http)).Count(i => Text(i, "kind") == "overdue") == 3,
            stop: Cancellation);
        await DamageRowAsync(row);
        await DamageLineAsync(line);

        // The thing itself, lists, and what is late.
        await DamagedAsync(http.GetAsync($"/api/v1/incidents/{row}", Cancellation));
        await DamagedAsync(http.GetAsync($"/api/v1/incidents/{line}/trail", Cancellation));
        using (var whole = await http.GetAsync($"/api/v1/incidents/{neighbour}", Cancellation))
            Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        using (var list = await http.GetAsync("/api/v1/incidents", Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, list.StatusCode);
            Assert.Equal($"incident/{row}", Assert.Single(list.Headers.GetValues("Tocsin-Damaged")));
            var items = (await list.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("items").EnumerateArray();
            Assert.Equal([neighbour, line], items.Select(i => Text(i, "id")));
        }

        await Until.HoldsAsync(
            "the damaged one still stands among what is late",
            async () => (await OverdueAsync(http)).Any(i => Text(i, "kind") == "unreadable" && Text(i, "incidentId") == row),
            stop: Cancellation);
        await Until.HoldsAsync("it is counted", async () => (await MetricAsync("tocsin_journal_damaged_total")) > 0, stop: Cancellation);

        // Its events are whole, so a command goes on, and writes its row anew.
        using (var note = await NoteAsync(http, row))
            Assert.True(note.IsSuccessStatusCode, await note.Content.ReadAsStringAsync(Cancellation));
        using (var healed = await http.GetAsync($"/api/v1/incidents/{row}", Cancellation))
            Assert.Equal(HttpStatusCode.OK, healed.StatusCode);

        // At a start nothing is in memory: the one whose line is damaged takes no command; the board shows all, the one whose row is
        // damaged by its events.
        await DamageRowAsync(row);
        await RestartAsync();
        using var again = await Desk.SignedInAsync(Url, "li", "supervisor");
        await DamagedAsync(NoteAsync(again, line));
        using (var note = await NoteAsync(again, neighbour))
            Assert.True(note.IsSuccessStatusCode, await note.Content.ReadAsStringAsync(Cancellation));
        var later = await CreateAsync(again);
        await Until.HoldsAsync("the board goes on", async () => (await BoardAsync(again)).Contains(later), stop: Cancellation);
        var board = await BoardAsync(again);
        Assert.Superset(new HashSet<string> { neighbour, row, line }, board);
        foreach (var silo in Silos)
        {
            using var ready = await again.GetAsync(new Uri(silo.Url, "/healthz/ready"), Cancellation);
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        var (exit, output) = await JournalAuditing.RunAsync([.. AuditOptions]);
        Assert.True(exit == 1, output);
        foreach (var damaged in (string[])[row, line])
        {
            Assert.Contains(
                output.Split('\n'),
                said => said.Contains("damaged", StringComparison.Ordinal) && said.Contains(damaged, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(neighbour, output, StringComparison.Ordinal);
    }

    private static async Task DamagedAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode} {text}");
        Assert.Equal("damaged", Text(JsonDocument.Parse(text).RootElement, "code"));
    }

    private static Task<HttpResponseMessage> NoteAsync(HttpClient http, string incident) =>
        http.PostAsJsonAsync($"/api/v1/incidents/{incident}/notes", new { text = "x" }, Cancellation);

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static async Task<string> CreateAsync(HttpClient http)
    {
        using var made = await Desk.CreateAsync(http, Guid.NewGuid().ToString());
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Cancellation));
        return await Desk.IdOf(made);
    }

    private static async Task<HashSet<string>> BoardAsync(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("/api/v1/board", Cancellation))
            .GetProperty("incidents")
            .EnumerateArray()
            .Select(i => Text(i, "id"))];

    private static async Task<List<JsonElement>> OverdueAsync(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("/api/v1/overdue?limit=200", Cancellation)).GetProperty("items").EnumerateArray()];

    private Task DamageRowAsync(string incident) =>
        RunAsync($"update board set view = replace(view, 'theft', 'thefu') where stream = 'incident/{incident}'");

    private Task DamageLineAsync(string incident) =>
        RunAsync($"update journal set line = replace(line, 'theft', 'thefu') where stream = 'incident/{incident}' and version = 1");

    private async Task<double> MetricAsync(string name)
    {
        using var http = new HttpClient();
        var sum = 0.0;
        foreach (var silo in Silos)
        {
            var page = await http.GetStringAsync(new Uri(silo.Url, "/metrics"), Cancellation);
            sum += page.Split('\n')
                .Where(l => l.StartsWith(name, StringComparison.Ordinal))
                .Sum(l => double.Parse(l[(l.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
        }

        return sum;
    }

    private async Task ChoosePolicyAsync()
    {
        using var admin = await Desk.SignedInAsync(Url, "root", "admin");
        using var put = await admin.PutAsJsonAsync(
            "/api/v1/settings/policies/fast", new { limits = new[] { new { stage = "assign", limitSeconds = 1 } } }, Cancellation);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(Cancellation));
        using var chosen = await admin.PutAsJsonAsync("/api/v1/settings/policy", new { name = "fast" }, Cancellation);
        Assert.True(chosen.IsSuccessStatusCode, await chosen.Content.ReadAsStringAsync(Cancellation));
    }
}
