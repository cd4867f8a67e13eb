using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.GatewayTests.OpenApi;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>
/// A marker is planted in every field of a person. Whoever is shown it by any read of the OpenAPI document, in any form that it can be
/// asked for, stands in the access log: with the thing, each of a list, and with the field in which it was shown.
/// </summary>
[Collection(RealGateway.Name)]
public sealed class WhoLookedTests(RealGatewayFixture fixture)
{
    private const string Marker = "zqmarkerqz";

    // An item is there within a second; a busy machine takes longer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // What the contract takes from persons or about them, by the names of the fields; each is planted below.
    private static readonly string[] Planted =
        ["address", "description", "narrative", "note", "outOfService", "override", "purpose", "reason", "text", "uri"];

    private static readonly string[] Roles =
        ["callTaker", "dispatcher", "unit", "station", "supervisor", "auditor", "admin", "feeder"];

    private static readonly string[] Media = ["application/json", "text/csv", "application/x-ndjson"];

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task Whoever_is_shown_a_marker_by_any_read_has_an_item_for_each_thing()
    {
        var planted = await PlantAsync();
        var document = await Document.OfAsync(Gateway);
        var shown = new List<Showing>();
        foreach (var (name, operation) in document.Operations.Where(o => o.Key.StartsWith("GET ", StringComparison.Ordinal)))
        {
            foreach (var role in Roles)
            {
                foreach (var media in MediaOf(operation))
                    shown.AddRange(await ReadAsync(name[4..], operation.GetProperty("operationId").GetString()!, role, media, planted));
            }
        }

        // What it saw at all: a test that reads nothing would find nothing missing.
        Assert.Superset(
            new HashSet<string>
            {
                "getCall", "listCalls", "getIncident", "listIncidents", "getIncidentTrail", "listIncidentMessages", "getUnit", "listUnits",
                "getUnitTrail", "listUnitMessages", "getDirective", "listDirectives", "getDirectiveTrail", "findDuplicates", "getBoard",
                "listIncidentEvidence", "listCallEvidence", "listDirectiveEvidence",
            },
            shown.Select(s => s.What).ToHashSet());
        Assert.Superset(Media.ToHashSet(), shown.Select(s => s.Media).ToHashSet());
        var auditor = await Gateway.As("auditor", "the auditor");
        foreach (var reader in shown.GroupBy(s => s.Subject))
        {
            var missing = reader.ToList();
            var begun = Stopwatch.StartNew();
            await Until.HoldsAsync(
                $"every showing to {reader.Key} has its item",
                async () =>
                {
                    var items = await ItemsAsync(auditor, reader.Key);
                    missing.RemoveAll(s => items.Any(s.IsIn));
                    return missing.Count == 0;
                },
                () => string.Join('\n', missing.Take(20)),
                () => begun.Elapsed > Patience ? $"not within {Patience.TotalSeconds:0} s" : null);
        }
    }

    [Fact]
    public async Task A_session_of_the_feed_has_an_item_at_its_beginning_and_one_at_its_end_with_what_was_shown()
    {
        var subject = fixture.Fresh("feed-reader");
        var token = await Gateway.Token("dispatcher", subject);
        await using (var feed = await FeedReader.OpenAsync(Gateway, token, ""))
        {
            var incident = await fixture.Incident();
            await (await Gateway.As("dispatcher")).Post($"/incidents/{incident}/notes", new { text = Marker });
            await feed.UntilAsync(f => f.Name is not null && f.Data.GetRawText().Contains(Marker, StringComparison.Ordinal));
            await FindAsync(subject, i => i.GetProperty("what").GetString() == "beginFeed");
        }

        var end = await FindAsync(subject, i => i.GetProperty("what").GetString() == "endFeed");
        var shown = end.GetProperty("shown").EnumerateArray().Select(s => s.GetString()!).ToHashSet();
        Assert.Superset(new HashSet<string> { "text", "location" }, shown);
    }

    [Fact]
    public async Task The_log_is_read_page_by_page_newest_first_by_person_thing_and_time()
    {
        var subject = fixture.Fresh("reader");
        var (first, second) = (await fixture.Incident(), await fixture.Incident());
        var reader = await Gateway.As("dispatcher", subject);
        foreach (var id in new[] { first, second, first })
            (await reader.Get("/incidents/" + id)).Expect(200);
        await Until.HoldsAsync(
            "all is there", async () => (await ItemsAsync(await Gateway.As("auditor"), subject)).Count(i => What(i) == "getIncident") == 3);
        var auditor = await Gateway.As("auditor");
        var page = (await auditor.Get($"/access?subject={subject}&limit=2")).Expect(200);
        Assert.Equal([$"incident/{first}", $"incident/{second}"], Things(page));
        var rest = (await auditor.Get($"/access?subject={subject}&limit=2&cursor={page.String("next")}")).Expect(200);
        Assert.Equal([$"incident/{first}", null], Things(rest));
        var at = page.Json.GetProperty("items")[1].GetProperty("at").GetString();
        var times = (await ItemsAsync(auditor, subject)).Select(i => i.GetProperty("at").GetString()).ToList();
        var since = times.Count(t => string.CompareOrdinal(t, at) >= 0);
        Assert.Equal(since, Things((await auditor.Get($"/access?subject={subject}&from={at}")).Expect(200)).Length);
        Assert.Equal(times.Count - since, Things((await auditor.Get($"/access?subject={subject}&to={at}")).Expect(200)).Length);
        Assert.Single(Things((await auditor.Get($"/access?thing=incident/{second}&subject={subject}")).Expect(200)));
        (await auditor.Get("/access?cursor=bmV4dA")).Expect(400);
        var csv = (await auditor.Get($"/access?subject={subject}", ("Accept", "text/csv"))).Expect(200);
        Assert.Equal(1 + times.Count, csv.Text.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public async Task Every_text_that_the_contract_takes_is_planted()
    {
        var document = await Document.OfAsync(Gateway);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, operation) in document.Operations)
        {
            // What a centre sets for itself is not about persons.
            if (!name.Contains("/settings/", StringComparison.Ordinal)
                && !name.Contains("/run-cards/", StringComparison.Ordinal)
                && Document.BodyOf(operation) is { } body)
            {
                Collect(document, body.GetProperty("schema"), "", names, 0);
            }
        }

        Assert.Equal(Planted.Order(StringComparer.Ordinal), names);
    }

    // Texts of at least 200 characters: shorter ones are words, names of things and numbers.
    private static void Collect(Document document, JsonElement schema, string name, SortedSet<string> names, int depth)
    {
        schema = document.Resolve(schema);
        if (schema.TryGetProperty("maxLength", out var longest) && longest.GetInt32() >= 200)
            names.Add(name);
        foreach (var choice in new[] { "oneOf", "anyOf", "allOf" }.Where(c => depth < 10 && schema.TryGetProperty(c, out _)))
        {
            foreach (var one in schema.GetProperty(choice).EnumerateArray())
                Collect(document, one, name, names, depth + 1);
        }

        if (schema.TryGetProperty("items", out var items) && depth < 10)
            Collect(document, items, name, names, depth + 1);
        if (!schema.TryGetProperty("properties", out var properties) || depth >= 10)
            return;
        foreach (var property in properties.EnumerateObject())
            Collect(document, property.Value, property.Name, names, depth + 1);
    }

    private static IEnumerable<string> MediaOf(JsonElement operation) =>
        operation.GetProperty("responses").GetProperty("200").TryGetProperty("content", out var content)
            ? content.EnumerateObject().Select(c => c.Name).Where(Media.Contains)
            : [];

    private async Task<IReadOnlyList<Showing>> ReadAsync(string path, string what, string role, string media, Scene planted)
    {
        if (!path.StartsWith("/api/v1", StringComparison.Ordinal) || what == "followFeed")
            return [];
        var (way, thing) = planted.Fill(path["/api/v1".Length..]);
        var subject = $"{role} by {media}";
        var person = await Gateway.As(role, subject, planted.Unit, planted.Station);
        var reply = await person.Get(way, ("Accept", media));
        if (reply.Status != 200 || !reply.Text.Contains(Marker, StringComparison.Ordinal))
            return [];
        var list = media == "application/json" ? reply.Json
            : media == "text/csv" ? default
            : JsonSerializer.SerializeToElement(reply.Text.TrimEnd().Split('\n').Select(l => JsonSerializer.Deserialize<JsonElement>(l)));
        if (list.ValueKind == JsonValueKind.Undefined)
            return [new Showing(subject, what, thing, null, media)];
        if (list.ValueKind == JsonValueKind.Object && list.TryGetProperty("items", out var items))
            list = items;
        if (list.ValueKind != JsonValueKind.Array || thing is not null)
            return [.. FieldsOf(list, null).Select(f => new Showing(subject, what, thing, f, media))];
        return
        [
            .. list.EnumerateArray()
                .SelectMany(item => FieldsOf(item, null).Select(f => new Showing(subject, what, Scene.NameOf(path, item), f, media))),
        ];
    }

    // Where the marker stands: the names of the members on the way to it.
    private static IEnumerable<string> FieldsOf(JsonElement json, string? way) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => FieldsOf(p.Value, $"{way}.{p.Name}")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(i => FieldsOf(i, way)).Distinct(),
        // A line of the journal; that of a telephone is no JSON.
        JsonValueKind.String when way == ".line" && json.GetString()!.StartsWith('{') =>
            FieldsOf(JsonSerializer.Deserialize<JsonElement>(json.GetString()!), way),
        JsonValueKind.String when json.GetString()!.Contains(Marker, StringComparison.Ordinal) => [way ?? ""],
        _ => [],
    };

    private static string? What(JsonElement item) => item.GetProperty("what").GetString();

    private static string?[] Things(Reply reply) =>
        [.. reply.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("thing").GetString())];

    private async Task<JsonElement> FindAsync(string subject, Func<JsonElement, bool> sought)
    {
        var auditor = await Gateway.As("auditor", "the auditor");
        JsonElement? found = null;
        await Until.HoldsAsync("the item is there", async () =>
        {
            found = (await ItemsAsync(auditor, subject)).Cast<JsonElement?>().FirstOrDefault(i => sought(i!.Value));
            return found is not null;
        });
        return found!.Value;
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(Person auditor, string subject)
    {
        List<JsonElement> items = [];
        var cursor = "";
        do
        {
            var page = (await auditor.Get($"/access?limit=200&subject={Uri.EscapeDataString(subject)}{cursor}")).Expect(200);
            items.AddRange(page.Json.GetProperty("items").EnumerateArray());
            cursor = page.Json.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        return items;
    }

    private async Task<Scene> PlantAsync()
    {
        var (number, place) = ("139 " + Marker, new { lat = 36.53, lon = 113.05, address = $"1 {Marker} Street" });
        var station = fixture.Fresh("S");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station })).Expect(201);
        var unit = await fixture.FreeUnit(station, "Li " + Marker);
        var boss = await Gateway.As("supervisor");
        var away = await fixture.FreeUnit(station);
        (await boss.Post($"/units/{away}/duty", new { onDuty = true, outOfService = Marker })).Expect(200);
        var call = (await boss.Post("/calls", new { callerNumber = number, location = place })).Expect(201).String("id");
        (await boss.Patch("/calls/" + call, new { narrative = Marker })).Expect(200);
        var incident = (await boss.Post(
            "/incidents", new { callId = call, category = "x", priority = 1, station, location = place, narrative = Marker }))
            .Expect(201).String("id");
        (await boss.Post($"/calls/{call}/disposition", new { kind = "incident", incidentId = incident, note = Marker })).Expect(200);
        (await boss.Post($"/incidents/{incident}/notes", new { text = Marker })).Expect(200);
        (await boss.Post($"/incidents/{incident}/messages", new { text = Marker })).Expect(200);
        (await boss.Post($"/incidents/{incident}/urging", new { stage = "assign", reason = Marker })).Expect(200);
        (await boss.Post($"/incidents/{incident}/supervision", new { reason = Marker })).Expect(200);
        (await boss.Post($"/incidents/{incident}/operation", new { purpose = Marker })).Expect(200);
        (await boss.Post($"/incidents/{incident}/closure", new { disposition = "x", note = Marker, @override = Marker })).Expect(200);
        (await boss.Post($"/incidents/{incident}/reopening", new { reason = Marker })).Expect(200);
        (await boss.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        var progress = $"/incidents/{incident}/assignments/{unit}/progress";
        (await boss.Post(progress, new { stage = "onScene", note = Marker })).Expect(200);
        (await boss.Post($"/incidents/{incident}/feedback", new { unitId = unit, outcome = "x", narrative = Marker })).Expect(200);
        (await boss.Post($"/units/{unit}/messages", new { text = Marker })).Expect(200);
        var party = new { kind = "person", role = "victim", name = Marker, phone = Marker, idNumber = Marker, description = Marker };
        (await boss.Post($"/incidents/{incident}/parties", party)).Expect(200);
        (await boss.Post($"/incidents/{incident}/parties", new { kind = "vehicle", role = "other", plate = Marker })).Expect(200);
        (await boss.Patch($"/incidents/{incident}/parties/2", new { account = Marker, description = Marker })).Expect(200);
        var piece = new { kind = "photo", uri = Marker, sha256 = new string('a', 64), takenBy = Marker, note = Marker };
        (await boss.Post($"/incidents/{incident}/evidence", piece)).Expect(200);
        (await boss.Post($"/calls/{call}/evidence", piece)).Expect(200);
        var directive = (await boss.Post(
            "/directives",
            new { to = new[] { new { station } }, kind = "verify", text = Marker, place })).Expect(201).Json
            .GetProperty("items")[0].GetProperty("id").GetString()!;
        var own = await Gateway.As("station", "desk", station: station);
        (await own.Post($"/directives/{directive}/reports", new { outcome = "x", narrative = Marker, place })).Expect(200);
        (await boss.Post($"/directives/{directive}/evidence", piece)).Expect(200);
        (await boss.Post($"/directives/{directive}/conclusion", new { outcome = "x", note = Marker })).Expect(200);
        var open = (await boss.Post(
            "/directives", new { to = new[] { new { station } }, kind = "verify", text = Marker, place })).Expect(201);
        Assert.Equal(1, open.Json.GetProperty("items").GetArrayLength());
        return new Scene(call, incident, unit, station, directive);
    }

    /// <summary>Something personal that was shown to somebody.</summary>
    /// <param name="Subject">To whom.</param>
    /// <param name="What">By which operation.</param>
    /// <param name="Thing">Of which thing; null: not of a single one.</param>
    /// <param name="Field">The way to the member that held it; null: it is not known, as in a table.</param>
    /// <param name="Media">In which form.</param>
    private sealed record Showing(string Subject, string What, string? Thing, string? Field, string Media)
    {
        /// <summary>Whether an item of the log says it.</summary>
        public bool IsIn(JsonElement item) => WhoLookedTests.What(item) == What
            && item.GetProperty("allowed").GetBoolean()
            && (Field is null || item.GetProperty("thing").GetString() == Thing)
            && item.GetProperty("shown") is var shown
            && (Field is null ? shown.GetArrayLength() > 0 : shown.EnumerateArray().Any(s => Field.Split('.').Contains(s.GetString())));
    }

    /// <summary>The things that hold the marker.</summary>
    private sealed record Scene(string Call, string Incident, string Unit, string Station, string Directive)
    {
        private static readonly (string Member, string Kind)[] Abouts =
            [("incidentId", "incident"), ("callId", "call"), ("directiveId", "directive"), ("unitId", "unit")];

        /// <summary>A path of the document with ids and the parameters that it needs, and the thing that it names.</summary>
        public (string Way, string? Thing) Fill(string path)
        {
            var (kind, id) = path.Split('/')[1] switch
            {
                "calls" => ("call", Call),
                "incidents" => ("incident", Incident),
                "units" => ("unit", Unit),
                "directives" => ("directive", Directive),
                "stations" => ("station", Station),
                _ => ("", "none"),
            };
            var named = path.Contains("{id}", StringComparison.Ordinal);
            var query = path switch
            {
                "/incidents" or "/directives" => "?status=all&limit=200",
                "/calls" => "?limit=200",
                // Units are listed by id, and other tests of this gateway register more than a page of them.
                "/units" => "?limit=200&station=" + Station,
                "/incidents/duplicates" => "?lat=36.53&lon=113.05&category=x",
                "/board" => "?at=" + DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                "/reports/response-times/incidents" => "?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z&interval=processing",
                _ when path.StartsWith("/reports/", StringComparison.Ordinal) => "?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z",
                _ => "",
            };
            var way = path.Replace("{id}", id, StringComparison.Ordinal).Replace("{name}", "none", StringComparison.Ordinal) + query;
            return (way, named ? $"{kind}/{id}" : null);
        }

        /// <summary>An item of a list as the log names it.</summary>
        public static string? NameOf(string path, JsonElement item)
        {
            var kind = path.Split('/')[3] switch
            {
                "calls" => "call",
                "incidents" => "incident",
                "units" => "unit",
                "directives" => "directive",
                _ => null,
            };
            if (kind is not null)
                return $"{kind}/{(item.TryGetProperty("id", out var id) ? id : item.GetProperty("incidentId")).GetString()}";

            // What is late may be of any kind; each item names what it is about.
            return path.EndsWith("/overdue", StringComparison.Ordinal)
                ? Abouts.Select(about => NameIn(item, about.Member, about.Kind)).FirstOrDefault(name => name is not null)
                : null;
        }

        private static string? NameIn(JsonElement item, string member, string kind) =>
            item.TryGetProperty(member, out var id) && id.GetString() is { } named ? $"{kind}/{named}" : null;
    }
}
