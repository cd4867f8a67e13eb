using System.Globalization;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Records of incidents and calls are reviewed, over HTTP, with a real silo behind.</summary>
public sealed class ReviewTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    private static readonly object Returned = new
    {
        score = 70,
        items = new[] { new { code = "name", ok = false, note = "没问姓名" } },
        verdict = "returned",
        fields = new[] { "location" },
        to = new { subject = "ct" },
    };

    private static readonly object Passed = new { score = 100, verdict = "passed" };

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_call_whose_record_is_not_complete_goes_back_to_who_took_it_and_he_does_not_review_it()
    {
        var (taker, supervisor) = (await Gateway.As("callTaker", "ct"), await Gateway.As("supervisor", "su"));
        var call = await RingAsync(taker);
        (await taker.Post($"/calls/{call}/reviews", Returned)).Expect(403, "notYours");
        var made = (await supervisor.Post($"/calls/{call}/reviews", Returned, ("Idempotency-Key", "k"))).Expect(200);
        var review = Assert.Single(made.Json.GetProperty("reviews").EnumerateArray());
        Assert.Equal(
            ["n", "score", "items", "verdict", "fields", "by", "at", "directiveId"], review.EnumerateObject().Select(p => p.Name));
        Assert.Equal("""[{"code":"name","ok":false,"note":"没问姓名"}]""", review.GetProperty("items").GetRawText());
        Assert.Equal((1, "su", "returned"), (
            review.GetProperty("n").GetInt32(), review.GetProperty("by").GetString(), review.GetProperty("verdict").GetString()));
        var again = (await supervisor.Post($"/calls/{call}/reviews", Returned, ("Idempotency-Key", "k"))).Expect(200);
        Assert.Equal((made.Int("version"), "true"), (again.Int("version"), again.Header("Idempotency-Replayed")));

        var directive = review.GetProperty("directiveId").GetString();
        var order = (await taker.Get("/directives/" + directive)).Expect(200);
        Assert.Equal(("complete", call, "issued"), (order.String("kind"), order.String("callId"), order.String("status")));
        Assert.Equal("""["location"]""", order.Json.GetProperty("fields").GetRawText());
        Assert.Equal("su", order.Json.GetProperty("from").GetProperty("subject").GetString());
        (await taker.Post($"/directives/{directive}/reports", new { outcome = "补录完毕" })).Expect(200);
        Assert.Equal(
            ["CallReceived", "CallAnswered", "ReviewMade", "DirectiveAttached"],
            (await supervisor.Get($"/calls/{call}/trail")).Expect(200).Json.GetProperty("items").EnumerateArray()
                .Select(e => e.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Who_had_a_call_of_it_or_closed_it_does_not_review_an_incident()
    {
        var (first, second) = (await Gateway.As("callTaker", "first"), await Gateway.As("callTaker", "second"));
        var (closer, other) = (await Gateway.As("dispatcher", "closer"), await Gateway.As("dispatcher", "other"));
        var call = await RingAsync(first);
        (await first.Post($"/calls/{call}/handing", new { toSubject = "second" })).Expect(200);
        var incident = (await first.Post("/incidents", new { callId = call, category = "theft", priority = 3, location = (object?)null }))
            .Expect(201).String("id");
        var path = $"/incidents/{incident}/reviews";
        (await first.Post(path, Passed)).Expect(403, "notYours");
        (await second.Post(path, Passed)).Expect(403, "notYours");
        (await closer.Post(path, Passed)).Expect(200);
        (await closer.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        (await closer.Post(path, Passed)).Expect(403, "notYours");

        // Whoever closed it once has worked on it, also where somebody opened it again.
        (await other.Post($"/incidents/{incident}/reopening", new { reason = "more to do" })).Expect(200);
        (await closer.Post(path, Passed)).Expect(403, "notYours");
        (await other.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        (await other.Post(path, Passed)).Expect(403, "notYours");

        // The same person in another role is the same person.
        (await (await Gateway.As("supervisor", "closer")).Post(path, Passed)).Expect(403, "notYours");
        var read = (await (await Gateway.As("supervisor", "li")).Post(path, Returned)).Expect(200);
        Assert.Equal([1, 2], read.Json.GetProperty("reviews").EnumerateArray().Select(r => r.GetProperty("n").GetInt32()));
        Assert.Equal("complete", read.Json.GetProperty("directives")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_machine_that_reported_the_answer_is_nobodys_work()
    {
        var feeder = await Gateway.As("feeder", "exchange");
        var call = (await feeder.Post("/calls", new { callerNumber = "13900001220", answeredAt = DateTimeOffset.UtcNow })).Expect(201)
            .String("id");
        (await (await Gateway.As("callTaker", "ct")).Post($"/calls/{call}/reviews", Passed)).Expect(200);
    }

    [Theory]
    [InlineData("{}", "score required", "verdict required")]
    [InlineData("""{"score":101,"verdict":"passed"}""", "score outOfRange")]
    [InlineData("""{"score":7.5,"verdict":"passed"}""", "score wrongType")]
    [InlineData("""{"score":70,"verdict":"good"}""", "verdict notInList")]
    [InlineData("""{"score":70,"verdict":"returned"}""", "fields required", "to required")]
    [InlineData("""{"score":70,"verdict":"returned","fields":[],"to":{"subject":"ct"}}""", "fields required")]
    [InlineData("""{"score":70,"verdict":"passed","to":{"subject":"ct"}}""", "to tooMany")]
    [InlineData("""{"score":70,"verdict":"passed","items":[{"code":"name"}]}""", "items[0].ok required")]
    [InlineData("""{"score":70,"verdict":"passed","mark":1}""", "mark unknownField")]
    public async Task What_is_impossible_is_refused_and_named(string body, params string[] errors)
    {
        var incident = await fixture.Incident();
        var supervisor = await Gateway.As("supervisor");
        Assert.Equal(errors, (await supervisor.Post($"/incidents/{incident}/reviews", body)).Expect(400, "invalid").Errors);
    }

    [Fact]
    public async Task Who_is_to_complete_it_must_be_there_and_otherwise_nothing_is_written()
    {
        var incident = await fixture.Incident();
        var supervisor = await Gateway.As("supervisor");
        var body = new { score = 70, verdict = "returned", fields = new[] { "x" }, to = new { station = "nowhere" } };
        Assert.Equal(
            ["to.station unknownReference"],
            (await supervisor.Post($"/incidents/{incident}/reviews", body)).Expect(422, "unknownReference").Errors);
        Assert.Equal(1, (await supervisor.Get("/incidents/" + incident)).Expect(200).Int("version"));
        (await supervisor.Post("/incidents/nobody/reviews", Passed)).Expect(404, "notFound");
        (await supervisor.Post("/calls/nobody/reviews", Passed)).Expect(404, "notFound");
        (await (await Gateway.As("auditor")).Post($"/incidents/{incident}/reviews", Passed)).Expect(403, "forbidden");
    }

    [Fact]
    public async Task Who_closes_it_while_he_reviews_it_does_only_one_of_both_first()
    {
        var dispatcher = await Gateway.As("dispatcher", "quick");
        for (var i = 0; i < 10; i++)
        {
            var incident = await fixture.Incident();
            var replies = await Task.WhenAll(
                dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "settled" }),
                dispatcher.Post($"/incidents/{incident}/reviews", Passed));
            replies[0].Expect(200);
            var kinds = (await dispatcher.Get($"/incidents/{incident}/trail")).Expect(200).Json.GetProperty("items").EnumerateArray()
                .Select(e => e.GetProperty("kind").GetString()).ToList();
            Assert.Equal(
                replies[1].Status == 200
                    ? ["IncidentCreated", "ReviewMade", "IncidentClosed"]
                    : (string[])["IncidentCreated", "IncidentClosed"],
                kinds);
        }
    }

    [Fact]
    public async Task A_sample_of_a_day_is_the_same_for_everybody_and_holds_incidents_and_calls_that_are_on_none()
    {
        // Long ago nobody else was here.
        var day = new DateTimeOffset(2025, 3, 4, 0, 0, 0, TimeSpan.Zero);
        var (taker, auditor) = (await Gateway.As("callTaker", "ct"), await Gateway.As("auditor"));
        var things = new List<string>();
        for (var hour = 0; hour < 24; hour += 6)
        {
            things.Add(await IncidentAsync(taker, day.AddHours(hour)));
            things.Add(await CallAsync(taker, day.AddHours(hour)));
        }

        var joined = await CallAsync(taker, day.AddHours(1));
        var body = new { callId = joined, category = "theft", priority = 4, location = (object?)null, occurredAt = day.AddHours(1) };
        things.Add((await taker.Post("/incidents", body)).Expect(201).String("id"));
        var drill = new { category = "theft", priority = 4, location = (object?)null, exercise = true, occurredAt = day.AddHours(2) };
        (await taker.Post("/incidents", drill)).Expect(201);
        await IncidentAsync(taker, day.AddSeconds(-1));
        await CallAsync(taker, day.AddDays(1));

        var all = await SampleAsync(taker, day, 200);
        Assert.Equal(things.Order(), all.Order());
        Assert.Equal(all, await SampleAsync(auditor, day, 200));
        Assert.Equal(all.Take(4), await SampleAsync(auditor, day, 4));
        Assert.Empty(await SampleAsync(taker, day.AddDays(-30), 5));
        var item = (await taker.Get("/reviews/sample?day=2025-03-04&size=200")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .First(i => i.GetProperty("incidentId").GetString() is not null);
        var number = (await taker.Get("/incidents/" + item.GetProperty("incidentId").GetString())).Expect(200).String("number");
        Assert.Equal(number, item.GetProperty("number").GetString());
    }

    [Theory]
    [InlineData("", "day required")]
    [InlineData("?day=today", "day malformed")]
    [InlineData("?day=2026-02-30", "day malformed")]
    [InlineData("?day=1999-12-31", "day outOfRange")]
    [InlineData("?day=9999-12-31", "day outOfRange")]
    [InlineData("?day=2026-01-31&size=0", "size outOfRange")]
    [InlineData("?day=2026-01-31&limit=5", "limit unknownField")]
    public async Task A_sample_is_asked_for_by_a_day_and_a_size(string query, string error) =>
        Assert.Equal([error], (await (await Gateway.As("auditor")).Get("/reviews/sample" + query)).Expect(400, "invalid").Errors);

    private static async Task<string> RingAsync(Person person) =>
        (await person.Post("/calls", new { callerNumber = "13900001210", answeredAt = DateTimeOffset.UtcNow })).Expect(201).String("id");

    private static async Task<string> CallAsync(Person person, DateTimeOffset at) =>
        (await person.Post("/calls", new { callerNumber = "13900001210", answeredAt = at })).Expect(201).String("id");

    private static async Task<string> IncidentAsync(Person person, DateTimeOffset at) =>
        (await person.Post("/incidents", new { category = "theft", priority = 4, location = (object?)null, occurredAt = at })).Expect(201)
            .String("id");

    private static async Task<List<string>> SampleAsync(Person person, DateTimeOffset day, int size)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = (await person.Get($"/reviews/sample?day={text}&size={size}")).Expect(200).Json;
        return
        [
            .. page.GetProperty("items").EnumerateArray()
                .Select(i => i.GetProperty("incidentId").GetString() ?? i.GetProperty("callId").GetString()!),
        ];
    }
}
