using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Answers;

/// <summary>Keys and versions, as far as the gateway handles them.</summary>
public sealed class CommandHeaderTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    private const string Key = "Idempotency-Key";

    [Fact]
    public async Task The_same_key_is_the_same_command_and_makes_the_same_thing()
    {
        var (first, second) = (await Create("wang", "k1"), await Create("wang", "k1"));
        Assert.Equal(first.Context.Id, second.Context.Id);
        Assert.Equal(first.Thing, second.Thing);
        Assert.Equal("incident/" + first.Context.Id.Derive(StreamKind.Incident), first.Thing);
        Assert.Equal(CommandId.OfKey("wang", "POST", "/api/v1/incidents", "k1"), first.Context.Id);
    }

    [Fact]
    public async Task Another_subject_key_method_or_path_is_another_command()
    {
        var ids = new List<CommandId>
        {
            (await Create("wang", "k2")).Context.Id,
            (await Create("li", "k2")).Context.Id,
            (await Create("wang", "k3")).Context.Id,
        };
        var person = await fixture.Gateway.As("dispatcher", "wang");
        await person.Post("/incidents/p1/notes", new { text = "x" }, (Key, "k2"));
        await person.Post("/incidents/p2/notes", new { text = "x" }, (Key, "k2"));
        await person.Patch("/incidents/p2", new { category = "x" }, (Key, "k2"));
        ids.AddRange(fixture.Gateway.Cluster.Commands.Where(c => c.Thing is "incident/p1" or "incident/p2").Select(c => c.Context.Id));
        Assert.Equal(6, ids.Distinct().Count());
    }

    [Fact]
    public async Task Without_a_key_each_request_is_a_command_of_its_own()
    {
        var (first, second) = (await Create("wang", null), await Create("wang", null));
        Assert.NotEqual(first.Context.Id, second.Context.Id);
        Assert.NotEqual(first.Thing, second.Thing);
        Assert.Null(first.Context.BodyDigest);
        Assert.False(first.Context.Keyed);
    }

    [Fact]
    public async Task The_digest_is_that_of_the_bytes_that_came()
    {
        var person = await fixture.Gateway.As("dispatcher");
        const string Body = """{ "text":"警" }""";
        await person.Post("/incidents/digest/notes", Body, (Key, "d"));
        var context = fixture.Gateway.Cluster.Commands.Single(c => c.Thing == "incident/digest").Context;
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Body)), context.BodyDigest);
    }

    [Fact]
    public async Task A_slash_at_the_end_of_the_path_makes_no_other_command()
    {
        var person = await fixture.Gateway.As("dispatcher");
        await person.Post("/incidents/slash/notes", new { text = "x" }, (Key, "s"));
        await person.Post("/incidents/slash/notes/", new { text = "x" }, (Key, "s"));
        Assert.Single(fixture.Gateway.Cluster.Commands.Where(c => c.Thing == "incident/slash").Select(c => c.Context.Id).Distinct());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("schlüssel", false)]
    [InlineData("a\tb", false)]
    [InlineData("a b~!", true)]
    public async Task A_key_is_printable_ASCII(string key, bool good) => await ExpectKey(key, good);

    [Fact]
    public async Task A_key_has_at_most_128_characters()
    {
        await ExpectKey(new string('k', 128), true);
        await ExpectKey(new string('k', 129), false);
    }

    [Fact]
    public async Task Positions_and_dev_tokens_ignore_a_key()
    {
        (await (await fixture.Gateway.As("feeder")).Post("/positions", "[]", (Key, new string('k', 129)))).Expect(202);
        (await fixture.Gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" }, (Key, new string('k', 129))))
            .Expect(200);
    }

    [Theory]
    [InlineData("\"7\"", 7)]
    [InlineData("*", CommandContext.AnyVersion)]
    [InlineData(null, null)]
    public async Task If_Match_reaches_the_cluster(string? header, int? version)
    {
        var thing = "m" + Guid.NewGuid().ToString("N")[..8];
        var person = await fixture.Gateway.As("dispatcher");
        (await person.Post($"/incidents/{thing}/notes", new { text = "x" }, header is null ? [] : [("If-Match", header)])).Expect(200);
        Assert.Equal(version, fixture.Gateway.Cluster.Commands.Single(c => c.Thing == "incident/" + thing).Context.IfMatch);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("W/\"7\"")]
    [InlineData("\"x\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"99999999999\"")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("\"")]
    public async Task Any_other_If_Match_is_refused(string header)
    {
        var reply = await (await fixture.Gateway.As("dispatcher")).Post("/incidents/i1/notes", new { text = "x" }, ("If-Match", header));
        Assert.Equal(["If-Match malformed"], reply.Expect(400, "invalid").Errors);
    }

    [Theory]
    [InlineData("\"7\"", 304)]
    [InlineData("W/\"7\"", 304)]
    [InlineData("\"6\", \"7\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"6\"", 200)]
    [InlineData("7", 400)]
    public async Task If_None_Match_is_answered_for_calls_and_incidents(string header, int status)
    {
        var person = await fixture.Gateway.As("dispatcher");
        foreach (var path in new[] { "/incidents/i1", "/calls/c1" })
        {
            var reply = (await person.Get(path, ("If-None-Match", header))).Expect(status);
            if (status == 400)
                continue;
            Assert.Equal("\"7\"", reply.Header("ETag"));
            Assert.Equal("Authorization", reply.Header("Vary"));
            Assert.Equal(status == 304 ? "" : """{"version":7}""", reply.Text);
        }
        (await person.Get("/units/U1", ("If-None-Match", header))).Expect(200);
    }

    [Fact]
    public async Task What_was_made_says_where_it_is_and_what_was_repeated_says_so()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnCommand = (_, _) => Task.FromResult(new CommandAnswer(null, """{"id":"n1"}""", 3, true, true, "n1"));
        var reply = (await (await gateway.As("dispatcher")).Post("/calls", new { })).Expect(201);
        Assert.Equal("/api/v1/calls/n1", reply.Header("Location"));
        Assert.Equal("true", reply.Header("Idempotency-Replayed"));
        Assert.Equal("\"3\"", reply.Header("ETag"));
        Assert.Equal("""{"id":"n1"}""", reply.Text);
    }

    private async Task<(string Thing, object Command, CommandContext Context)> Create(string subject, string? key)
    {
        var person = await fixture.Gateway.As("dispatcher", subject);
        (await person.Post("/incidents", new { category = "x", priority = 1 }, key is null ? [] : [(Key, key)])).Expect(201);
        return fixture.Gateway.Cluster.Commands.Last(c => c.Command is Incidents.CreateIncident && c.Context.Actor.Subject == subject);
    }

    private async Task ExpectKey(string key, bool good)
    {
        var reply = await (await fixture.Gateway.As("dispatcher")).Post("/incidents/i1/notes", new { text = "x" }, (Key, key));
        if (good)
            reply.Expect(200);
        else
            Assert.Equal(["Idempotency-Key malformed"], reply.Expect(400, "invalid").Errors);
    }
}
