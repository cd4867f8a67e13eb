using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Whom to call back, over HTTP, on a gateway of its own: what is set is everybody's affair.</summary>
public sealed class DueCallBackTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    private const string Setting = "/settings/call-backs";

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task What_is_set_is_read_by_everybody_and_stands_in_a_trail()
    {
        await using var gateway = await TestGateway.Real();
        var admin = await gateway.As("admin");
        var unit = await gateway.As("unit");
        Assert.Equal("""{"classes":[],"share":1,"withinHours":24,"version":0}""", (await unit.Get(Setting)).Expect(200).Text);
        var set = (await admin.Put(Setting, new { classes = new[] { "dispute" }, share = 0.5, withinHours = 12 })).Expect(200);
        Assert.Equal("""{"classes":["dispute"],"share":0.5,"withinHours":12,"version":1}""", set.Text);
        Assert.Equal(set.Text, (await unit.Get(Setting)).Expect(200).Text);
        var again = (await admin.Put(Setting, new { classes = new[] { "dispute" }, share = 0.5, withinHours = 12 })).Expect(200);
        Assert.Equal(1, again.Int("version"));
        (await admin.Put(Setting, "{}", ("If-Match", "\"9\""))).Expect(412, "versionMismatch");
        Assert.Equal("""{"classes":[],"share":1,"withinHours":24,"version":2}""", (await admin.Put(Setting, "{}")).Expect(200).Text);
        Assert.Equal(
            ["CallBacksSet", "CallBacksSet"],
            (await admin.Get(Setting + "/trail")).Expect(200).Json.GetProperty("items").EnumerateArray()
                .Select(e => e.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("""{"share":1.5}""", "share outOfRange")]
    [InlineData("""{"share":"half"}""", "share wrongType")]
    [InlineData("""{"withinHours":0}""", "withinHours outOfRange")]
    [InlineData("""{"withinHours":721}""", "withinHours outOfRange")]
    [InlineData("""{"classes":["help","help"]}""", "classes[1] duplicate")]
    [InlineData("""{"hours":24}""", "hours unknownField")]
    public async Task What_is_impossible_is_refused_and_named(string body, string error) =>
        Assert.Equal([error], (await (await Gateway.As("admin")).Put(Setting, body)).Expect(400, "invalid").Errors);

    [Fact]
    public async Task Whom_to_call_back_is_asked_by_a_word_of_the_list()
    {
        var taker = await Gateway.As("callTaker");
        Assert.Equal(["due notInList"], (await taker.Get("/call-backs?due=tomorrow")).Expect(400, "invalid").Errors);
        (await (await Gateway.As("station", station: "S1")).Get("/call-backs")).Expect(403, "forbidden");
        (await taker.Get("/call-backs?cursor=x")).Expect(400);
    }

    [Fact]
    public async Task A_caller_is_listed_from_the_closure_until_he_is_reached_and_late_once_the_time_is_over()
    {
        await SetAsync(new { withinHours = 0.001 });
        var taker = await Gateway.As("callTaker");
        var incident = await MadeAsync("theft", "13900001210");
        Assert.DoesNotContain(incident, await DueAsync(taker, "all"));
        await CloseAsync(incident);
        var item = (await taker.Get("/call-backs?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Single(i => i.GetProperty("incidentId").ValueEquals(incident));
        var view = (await taker.Get("/incidents/" + incident)).Expect(200);
        Assert.Equal((view.String("number"), 0), (item.GetProperty("number").GetString(), item.GetProperty("tries").GetInt32()));
        Assert.Equal(view.String("closedAt"), item.GetProperty("closedAt").GetString());
        Assert.Equal(
            item.GetProperty("closedAt").GetDateTimeOffset().AddSeconds(3.6), item.GetProperty("dueAt").GetDateTimeOffset());
        Assert.Equal(
            ["incidentId", "number", "closedAt", "dueAt", "tries"], item.EnumerateObject().Select(p => p.Name));
        Assert.Contains(incident, await DueAsync(taker, "today"));
        await Until.HoldsAsync("it is overdue", async () => (await DueAsync(taker, "overdue")).Contains(incident));
        await Until.HoldsAsync("it is among what is late", async () => await LateAsync(taker, incident));

        // The callers are the centre's own task.
        var station = view.Json.GetProperty("station").GetString() ?? "S1";
        Assert.False(await LateAsync(await Gateway.As("station", station: station), incident));
        (await taker.Post($"/incidents/{incident}/call-backs", new { way = "phone", reached = false })).Expect(200);
        Assert.Contains(incident, await DueAsync(taker, "overdue"));
        (await taker.Post($"/incidents/{incident}/call-backs", new { way = "message", reached = true, satisfaction = "satisfied" }))
            .Expect(200);
        foreach (var due in (string[])["today", "overdue", "all"])
            Assert.DoesNotContain(incident, await DueAsync(taker, due));
        await Until.HoldsAsync("it is late no more", async () => !await LateAsync(taker, incident));
    }

    [Fact]
    public async Task Three_tries_that_reached_nobody_end_it()
    {
        await SetAsync(new { });
        var taker = await Gateway.As("callTaker");
        var incident = await MadeAsync("theft", "13900001211");
        await CloseAsync(incident);
        for (var tries = 0; tries < 3; tries++)
        {
            Assert.Contains(incident, await DueAsync(taker, "all"));
            (await taker.Post($"/incidents/{incident}/call-backs", new { way = "phone", reached = false })).Expect(200);
        }

        Assert.DoesNotContain(incident, await DueAsync(taker, "all"));
    }

    [Fact]
    public async Task Exercises_callers_without_a_number_and_what_is_opened_again_are_not_listed()
    {
        await SetAsync(new { });
        var (taker, dispatcher) = (await Gateway.As("callTaker"), await Gateway.As("dispatcher"));
        var drill = await MadeAsync("theft", "13900001212", exercise: true);
        var silent = await MadeAsync("theft", null);
        var called = await MadeAsync("theft", "13900001213");
        var nobody = await fixture.Incident();
        foreach (var incident in (string[])[drill, silent, called, nobody])
            await CloseAsync(incident);
        Assert.Equal([called], (await DueAsync(taker, "all")).Intersect([drill, silent, called, nobody]));
        (await dispatcher.Post($"/incidents/{called}/reopening", new { reason = "more to do" })).Expect(200);
        Assert.DoesNotContain(called, await DueAsync(taker, "all"));
        await CloseAsync(called);
        Assert.Contains(called, await DueAsync(taker, "all"));

        // A number that somebody finds out later is one.
        var call = (await dispatcher.Get("/incidents/" + silent)).Expect(200).Json.GetProperty("calls")[0].GetProperty("id").GetString();
        (await dispatcher.Patch("/calls/" + call, new { callerNumber = "13900001214" })).Expect(200);
        Assert.Contains(silent, await DueAsync(taker, "all"));
    }

    [Fact]
    public async Task Only_what_is_of_the_classes_and_drawn_is_listed_and_a_larger_share_draws_all_that_a_smaller_one_does()
    {
        var taker = await Gateway.As("callTaker");
        await SetAsync(new { });
        var quarrel = await MadeAsync("neighbours' dispute", "13900001216");
        await CloseAsync(quarrel);
        for (var i = 0; i < 12; i++)
            await CloseAsync(await MadeAsync("theft", "13900001217"));
        var all = await DueAsync(taker, "all");
        await SetAsync(new { classes = new[] { "dispute" } });
        Assert.Contains(quarrel, await DueAsync(taker, "all"));
        Assert.Single((await DueAsync(taker, "all")).Intersect(all));
        await SetAsync(new { share = 0 });
        Assert.Empty(await DueAsync(taker, "all"));
        var smaller = new List<string>();
        foreach (var share in (double[])[0.2, 0.5, 0.8])
        {
            await SetAsync(new { share });
            var drawn = await DueAsync(taker, "all");
            Assert.Empty(smaller.Except(drawn));
            Assert.Equal(drawn, await DueAsync(await Gateway.As("auditor"), "all"));
            smaller = drawn;
        }

        Assert.True(smaller.Count < all.Count, $"{smaller.Count} of {all.Count} were drawn of a share of 0.8");
        await SetAsync(new { });
        Assert.Empty(all.Except(await DueAsync(taker, "all")));
    }

    [Fact]
    public async Task The_oldest_due_come_first_pages_join_and_what_was_long_ago_is_listed_and_alarms_nobody()
    {
        await SetAsync(new { withinHours = 1 });
        var (taker, dispatcher) = (await Gateway.As("callTaker"), await Gateway.As("dispatcher"));
        var now = DateTimeOffset.UtcNow;
        var past = new List<string>();
        foreach (var days in (int[])[1, 50, 3, 61])
        {
            var id = await MadeAsync("theft", "13900001218", at: now.AddDays(-days));
            await CloseAsync(id, now.AddDays(-days).AddHours(1));
            past.Add(id);
        }

        string[] expected = [past[1], past[2], past[0]];
        Assert.Equal(expected, (await DueAsync(taker, "overdue")).Intersect(past));
        Assert.Equal(expected, (await DueAsync(taker, "all", limit: 1)).Intersect(past));
        Assert.DoesNotContain(past[3], await DueAsync(taker, "all"));
        Assert.False(await LateAsync(dispatcher, past[0]));
    }

    [Fact]
    public async Task After_a_restart_the_same_are_listed()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-due-").FullName;
        try
        {
            string incident;
            await using (var before = await TestGateway.Real("--Tocsin:DataDirectory", folder))
            {
                (await (await before.As("admin")).Put(Setting, new { withinHours = 2 })).Expect(200);
                incident = await MadeAsync("theft", "13900001219", gateway: before);
                await CloseAsync(incident, gateway: before);
                (await (await before.As("callTaker")).Post($"/incidents/{incident}/call-backs", new { way = "phone", reached = false }))
                    .Expect(200);
            }

            await using var after = await TestGateway.Real("--Tocsin:DataDirectory", folder);
            var item = Assert.Single(
                (await (await after.As("callTaker")).Get("/call-backs")).Expect(200).Json.GetProperty("items").EnumerateArray());
            Assert.Equal((incident, 1), (item.GetProperty("incidentId").GetString(), item.GetProperty("tries").GetInt32()));
            Assert.Equal(
                item.GetProperty("closedAt").GetDateTimeOffset().AddHours(2), item.GetProperty("dueAt").GetDateTimeOffset());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // All pages of a list.
    private static async Task<List<string>> DueAsync(Person person, string due, int limit = 200)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var more = cursor is null ? "" : "&cursor=" + cursor;
            var page = (await person.Get($"/call-backs?due={due}&limit={limit}{more}")).Expect(200).Json;
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("incidentId").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return ids;
    }

    private static async Task<bool> LateAsync(Person person, string incident) =>
        (await person.Get("/overdue?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Any(i => i.GetProperty("incidentId").ValueEquals(incident) && i.GetProperty("kind").ValueEquals("callBackLate"));

    private async Task SetAsync(object body) => (await (await Gateway.As("admin")).Put(Setting, body)).Expect(200);

    private async Task<string> MadeAsync(
        string category, string? callerNumber, bool exercise = false, DateTimeOffset? at = null, TestGateway? gateway = null)
    {
        var taker = await (gateway ?? Gateway).As("callTaker");
        var answeredAt = at ?? DateTimeOffset.UtcNow;
        var callId = (await taker.Post("/calls", new { callerNumber, answeredAt })).Expect(201).String("id");
        var location = new { lat = 36.53, lon = 113.05 };
        var body = new { callId, category, priority = 3, location, exercise, occurredAt = at };
        return (await taker.Post("/incidents", body)).Expect(201).String("id");
    }

    private async Task CloseAsync(string incident, DateTimeOffset? at = null, TestGateway? gateway = null) =>
        (await (await (gateway ?? Gateway).As("dispatcher"))
            .Post($"/incidents/{incident}/closure", new { disposition = "settled", occurredAt = at })).Expect(200);
}
