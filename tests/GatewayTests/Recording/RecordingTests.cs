using Tocsin.Access;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Reading;
using Tocsin.Recording;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Recording;

/// <summary>What a gateway hands to the access log, before a fake cluster.</summary>
public sealed class RecordingTests
{
    private const string Call = """{"id":"c1","callerNumber":"139","narrative":"n"}""";

    [Fact]
    public async Task One_thing_that_is_read_is_an_item_with_what_was_shown()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnRead = _ => Task.FromResult(new Thing(null, Call, 7));
        (await (await gateway.As("dispatcher", "reader")).Get("/calls/c1")).Expect(200);
        var item = await FindAsync(gateway, i => i is { What: "getCall" });
        Assert.Equal(
            ("reader", "dispatcher", "127.0.0.1", "call/c1", true), (item.Subject, item.Role, item.From, item.Thing, item.Allowed));
        Assert.Equal(["callerNumber", "narrative"], item.Shown);
    }

    [Fact]
    public async Task A_thing_that_the_reader_knows_already_is_an_item_that_shows_nothing()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnRead = _ => Task.FromResult(new Thing(null, Call, 7));
        (await (await gateway.As("dispatcher")).Get("/calls/c1", ("If-None-Match", "\"7\""))).Expect(304);
        Assert.Empty((await FindAsync(gateway, i => i is { What: "getCall", Thing: "call/c1" })).Shown);
    }

    [Fact]
    public async Task Each_thing_of_a_list_that_shows_something_is_an_item_and_the_search_is_one_without_its_words()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnList = (_, _) => Task.FromResult(new ThingPage(
            null, ["""{"id":"a","callerNumber":"1"}""", """{"id":"b","callerNumber":null}""", """{"id":"c","narrative":"x"}"""], null));
        (await (await gateway.As("dispatcher")).Get("/calls?q=Zhang%20San")).Expect(200);
        var search = await FindAsync(gateway, i => i is { What: "listCalls", Query: not null });
        Assert.Equal((null, 0, 32), (search.Thing, search.Shown.Count, search.Query!.Length));
        Assert.Equal(["call/a", "call/c"], Items(gateway).Where(i => i is { What: "listCalls", Thing: not null }).Select(i => i.Thing));
        Assert.DoesNotContain(gateway.Cluster.Accesses, a => a.Entry.Line.Contains("Zhang", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_is_searched_for_is_a_digest()
    {
        await using var gateway = await TestGateway.Fake();
        (await (await gateway.As("dispatcher")).Post("/calls/search", new { number = "13912345678" })).Expect(200);
        Assert.NotNull((await FindAsync(gateway, i => i is { What: "findCalls" })).Query);
        Assert.DoesNotContain(gateway.Cluster.Accesses, a => a.Entry.Line.Contains("13912345678", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_is_recorded_as_what_it_shows()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnList = (_, _) =>
            Task.FromResult(new ThingPage(null, ["""{"id":"a","callerNumber":"1","summary":"s"}"""], "bmV4dA"));
        (await (await gateway.As("dispatcher")).Get("/calls", ("Accept", "text/csv"))).Expect(200);
        Assert.Equal(["callerNumber"], (await FindAsync(gateway, i => i is { What: "listCalls", Thing: "call/a" })).Shown);
    }

    [Fact]
    public async Task Refusals_and_failed_sign_ins_are_items()
    {
        await using var gateway = await TestGateway.Fake();
        (await (await gateway.As("feeder", "nosy")).Get("/calls/c9")).Expect(403);
        var refused = await FindAsync(gateway, i => i is { What: "getCall", Allowed: false });
        Assert.Equal(("nosy", "feeder", "call/c9"), (refused.Subject, refused.Role, refused.Thing));
        (await gateway.With("not.a.token").Get("/calls/c9")).Expect(401);
        var failed = await FindAsync(gateway, i => i is { What: "signIn", Allowed: false });
        Assert.Equal((null, null, null, "127.0.0.1"), (failed.Subject, failed.Role, failed.Thing, failed.From));
        (await gateway.With(null).Get("/calls/c9")).Expect(401);
        Assert.Null((await FindAsync(gateway, i => i is { What: "getCall", Allowed: false, Subject: null })).Thing);
    }

    [Fact]
    public async Task A_token_is_an_item_when_it_is_issued_and_when_it_is_first_used()
    {
        await using var gateway = await TestGateway.Fake();
        var person = await gateway.As("supervisor", "chief");
        Assert.Equal("supervisor", (await FindAsync(gateway, i => i is { What: "createDevToken", Subject: "chief" })).Role);
        (await person.Get("/stations")).Expect(200);
        (await person.Get("/stations")).Expect(200);
        (await person.Get("/calls/c1")).Expect(200);
        await FindAsync(gateway, i => i is { What: "getCall", Subject: "chief" });
        Assert.Single(Items(gateway), i => i is { What: "signIn", Subject: "chief", Role: "supervisor", Allowed: true });
    }

    [Fact]
    public async Task Settings_reports_boards_and_the_log_itself_are_items_and_what_is_not_about_persons_is_none()
    {
        await using var gateway = await TestGateway.Fake();
        var (admin, auditor) = (await gateway.As("admin"), await gateway.As("auditor"));
        (await admin.Put("/settings/policy", new { name = (string?)null })).Expect(200);
        Assert.Equal("setting/policy", (await FindAsync(gateway, i => i is { What: "chooseTimingPolicy", Allowed: true })).Thing);
        (await auditor.Get("/stations")).Expect(200);
        (await auditor.Get("/run-cards")).Expect(200);
        (await auditor.Get("/reports/summary?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z")).Expect(200);
        await FindAsync(gateway, i => i is { What: "getSummary" });
        (await auditor.Get("/board")).Expect(200);
        Assert.Equal(["location", "summary", "position"], (await FindAsync(gateway, i => i is { What: "getBoard" })).Shown);
        (await auditor.Get("/access?thing=call/c1")).Expect(200);
        await FindAsync(gateway, i => i is { What: "listAccess" });
        Assert.DoesNotContain(Items(gateway), i => i.What is "listStations" or "listRunCards");
        (await auditor.Get("/access?thing=call")).Expect(400);
    }

    [Fact]
    public async Task The_address_is_the_clients_only_where_a_trusted_proxy_says_it()
    {
        (string, string) header = ("X-Forwarded-For", "203.0.113.9, 10.1.2.3");
        await using (var direct = await TestGateway.Fake())
        {
            (await (await direct.As("dispatcher")).Get("/calls/c1", header)).Expect(200);
            Assert.Equal("127.0.0.1", (await FindAsync(direct, i => i is { What: "getCall" })).From);
        }

        await using (var behindOne = await TestGateway.Fake(["--Tocsin:Proxies", "127.0.0.1"]))
        {
            (await (await behindOne.As("dispatcher")).Get("/calls/c1", header)).Expect(200);
            Assert.Equal("10.1.2.3", (await FindAsync(behindOne, i => i is { What: "getCall" })).From);
        }

        await using var behindTwo = await TestGateway.Fake(["--Tocsin:Proxies:0", "127.0.0.1", "--Tocsin:Proxies:1", "10.0.0.0/8"]);
        (await (await behindTwo.As("dispatcher")).Get("/calls/c1", header)).Expect(200);
        Assert.Equal("203.0.113.9", (await FindAsync(behindTwo, i => i is { What: "getCall" })).From);
    }

    [Fact]
    public async Task While_it_cannot_be_written_items_wait_then_nothing_personal_is_shown_and_after_a_restart_each_is_written_once()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-waiting-").FullName;
        string[] args = ["--Tocsin:Access:Folder", folder];
        var items = Enumerable.Range(0, 200).Select(i => $$"""{"id":"c{{i}}","callerNumber":"1"}""").ToArray();
        long waiting;
        await using (var gateway = await TestGateway.Fake(args))
        {
            gateway.Cluster.OnAccess = _ => throw new JournalUnavailableException("no database");
            gateway.Cluster.OnList = (_, _) => Task.FromResult(new ThingPage(null, items, null));
            gateway.Cluster.OnRead = _ => Task.FromResult(new Thing(null, Call, 7));
            var person = await gateway.As("dispatcher");
            for (var page = 0; page < AccessLimits.WaitingMax / items.Length; page++)
                (await person.Get("/calls?limit=200")).Expect(200);
            (await person.Get("/calls?limit=200")).Expect(503, "unavailable");
            (await person.Get("/calls/c1", ("Accept", "text/csv"))).Expect(503, "unavailable");
            (await person.Get("/board")).Expect(200);
            (await person.Get("/stations")).Expect(200);
            (await person.Post("/incidents/i1/notes", new { text = "he ran" })).Expect(200);
            var metrics = await gateway.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
            Assert.Matches(@"tocsin_access_refused_total(\{[^}]*\})? 2\b", metrics);
            waiting = gateway.Service<AccessLog>().Waiting;
        }

        Assert.True(waiting > AccessLimits.WaitingMax);
        await using (var next = await TestGateway.Fake(args))
        {
            await Until.HoldsAsync("all is written", () => !File.Exists(Path.Combine(folder, "waiting.ndjson")));
            Assert.Equal(waiting, next.Cluster.Accesses.Count);
            Assert.Equal(waiting, next.Cluster.Accesses.Select(a => (a.Source, a.Entry.Number)).Distinct().Count());
        }

        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<AccessItem> Items(TestGateway gateway) =>
        gateway.Cluster.Accesses.Select(a => TocsinJson.Read<AccessItem>(a.Entry.Line));

    private static async Task<AccessItem> FindAsync(TestGateway gateway, Func<AccessItem, bool> sought)
    {
        await Until.HoldsAsync("the item is there", () => Items(gateway).Any(sought));
        return Items(gateway).First(sought);
    }
}
