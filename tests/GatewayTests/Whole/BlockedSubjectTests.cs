using System.Diagnostics;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Somebody is kept out, however good their token is.</summary>
[Collection(RealGateway.Name)]
public sealed class BlockedSubjectTests(RealGatewayFixture fixture)
{
    private const string Path = "/settings/blocked-subjects";
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Whoever_is_blocked_is_refused_and_cut_within_two_seconds_until_they_are_let_in_again()
    {
        var subject = fixture.Fresh("lost");
        var (admin, person) = (await fixture.Gateway.As("admin"), await fixture.Gateway.As("dispatcher", subject));
        (await person.Get("/incidents")).Expect(200);
        await using var feed = await FeedReader.OpenAsync(fixture.Gateway, await fixture.Gateway.Token("dispatcher", subject), "");
        await using var other = await FeedReader.OpenAsync(fixture.Gateway, await fixture.Gateway.Token("dispatcher"), "");

        var answer = (await admin.Post(Path, new { subject, reason = "a lost phone" })).Expect(200);
        var watch = Stopwatch.StartNew();
        var cut = await feed.UntilAsync(f => f.Name == "cut");
        Assert.Equal("blocked", cut.Data.GetProperty("code").GetString());
        Assert.Null(await feed.NextAsync());
        var refused = (await person.Get("/incidents")).Expect(401, "blocked");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
        Assert.Contains("invalid_token", refused.Header("WWW-Authenticate"), StringComparison.Ordinal);
        (await person.Post("/incidents", new { category = "theft", priority = 1 })).Expect(401, "blocked");
        (await (await fixture.Gateway.As("callTaker", subject)).Get("/calls")).Expect(401, "blocked");

        var stands = answer.Json.GetProperty("items").EnumerateArray().Single(b => b.GetProperty("subject").GetString() == subject);
        Assert.Equal(("a lost phone", "wang"), (stands.GetProperty("reason").GetString(), stands.GetProperty("blockedBy").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, stands.GetProperty("until").ValueKind);
        Assert.Contains(subject, (await admin.Get(Path)).Expect(200).Text, StringComparison.Ordinal);

        (await admin.Delete(Path + "/" + subject)).Expect(200);
        await Support.Waiting.Until.HoldsAsync("they are let in", async () => (await person.Get("/incidents")).Status == 200);
        Assert.DoesNotContain(subject, (await admin.Get(Path)).Expect(200).Text, StringComparison.Ordinal);
        (await admin.Delete(Path + "/" + subject)).Expect(404, "notFound");

        // Its history stays, for those who may read it; no feed tells of it.
        var trail = (await (await fixture.Gateway.As("auditor")).Get(Path + "/trail?limit=200")).Expect(200).Json.GetProperty("items");
        Assert.Equal(
            ["SubjectBlocked", "SubjectUnblocked"],
            trail.EnumerateArray()
                .Where(e => e.GetProperty("data").GetProperty("subject").GetString() == subject)
                .Select(e => e.GetProperty("kind").GetString()));
        var incident = await fixture.Incident();
        var told = new List<string?>();
        while (await other.NextAsync() is { } frame)
        {
            told.Add(frame.Name);
            if (frame.Name == "IncidentCreated" && frame.Stream == "incident/" + incident)
                break;
        }

        Assert.DoesNotContain("SubjectBlocked", told);
    }

    [Fact]
    public async Task A_block_can_be_given_another_reason_and_any_subject_can_be_named()
    {
        var subject = fixture.Fresh("away/at home");
        var (admin, person) = (await fixture.Gateway.As("admin"), await fixture.Gateway.As("dispatcher", subject));
        (await admin.Post(Path, new { subject, reason = "on leave", until = DateTimeOffset.UtcNow.AddDays(1) })).Expect(200);
        var first = (await admin.Post(Path, new { subject, reason = "on leave for good" })).Expect(200);
        var same = (await admin.Post(Path, new { subject, reason = "on leave for good" })).Expect(200);
        Assert.Equal(first.Int("version"), same.Int("version"));
        Assert.Contains("on leave for good", same.Text, StringComparison.Ordinal);
        await Support.Waiting.Until.HoldsAsync("they are kept out", async () => (await person.Get("/incidents")).Status == 401);
        (await admin.Delete(Path + "/" + Uri.EscapeDataString(subject))).Expect(200);
    }

    [Theory]
    [InlineData("""{"subject":"wang","reason":"myself"}""", "subject invalid")]
    [InlineData("""{"subject":"li","reason":"x","until":"2026-01-01T00:00:00Z"}""", "until invalid")]
    [InlineData("""{"subject":"li"}""", "reason required")]
    [InlineData("""{"subject":"li","reason":" "}""", "reason blank")]
    [InlineData("""{"subject":"","reason":"x"}""", "subject blank")]
    [InlineData("""{"subject":"a\tb","reason":"x"}""", "subject badCharacter")]
    [InlineData("""{"subject":"li","reason":"x","forever":true}""", "forever unknownField")]
    public async Task What_cannot_be_blocked_is_refused(string body, string error) =>
        Assert.Equal([error], (await (await fixture.Gateway.As("admin")).Post(Path, body)).Expect(400, "invalid").Errors);
}
