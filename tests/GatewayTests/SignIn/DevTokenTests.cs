using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.SignIn;

public sealed class DevTokenTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    [Fact]
    public async Task A_token_is_good_for_twelve_hours_and_says_so()
    {
        var reply = (await fixture.Gateway
            .With(null)
            .Post("/dev/token", """{"subject": "wang", "role": "dispatcher", "unitId": null, "station": null}"""))
            .Expect(200);
        var expires = reply.Json.GetProperty("expiresAt").GetDateTimeOffset();
        Assert.InRange(expires - DateTimeOffset.UtcNow, TimeSpan.FromHours(11.99), TimeSpan.FromHours(12));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", reply.String("expiresAt"));
        Assert.Equal(["token", "expiresAt"], reply.Json.EnumerateObject().Select(p => p.Name));
        (await fixture.Gateway.With(reply.String("token")).Get("/units")).Expect(200);
    }

    [Theory]
    [InlineData("{}", "subject required|role required")]
    [InlineData("""{"subject":"Tocsin ","role":"dispatcher"}""", "subject malformed")]
    [InlineData("""{"subject":"","role":"dispatcher"}""", "subject blank")]
    [InlineData("""{"subject":"a\tb","role":"dispatcher"}""", "subject badCharacter")]
    [InlineData("""{"subject":"x","role":"king"}""", "role notInList")]
    [InlineData("""{"subject":"x","role":"Dispatcher"}""", "role notInList")]
    [InlineData("""{"subject":"x","role":"unit"}""", "unitId required")]
    [InlineData("""{"subject":"x","role":"station"}""", "station required")]
    [InlineData("""{"subject":"x","role":"unit","unitId":"a b"}""", "unitId malformed")]
    [InlineData("""{"subject":"x","role":"admin","hours":1}""", "hours unknownField")]
    public async Task A_bad_question_is_refused(string body, string errors) =>
        Assert.Equal(
            errors.Split('|').Order(), (await fixture.Gateway.With(null).Post("/dev/token", body)).Expect(400, "invalid").Errors.Order());

    [Fact]
    public async Task A_subject_has_at_most_a_hundred_characters()
    {
        (await fixture.Gateway.With(null).Post("/dev/token", new { subject = new string('x', 100), role = "admin" })).Expect(200);
        (await fixture.Gateway.With(null).Post("/dev/token", new { subject = new string('x', 101), role = "admin" })).Expect(400);
    }

    [Theory]
    [InlineData("10.1.2.3", 404)]
    [InlineData("::ffff:10.1.2.3", 404)]
    [InlineData("fe80::1", 404)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.8.9.1", 200)]
    [InlineData("::1", 200)]
    [InlineData("::ffff:127.0.0.1", 200)]
    public async Task It_is_there_only_for_this_very_machine(string remote, int status)
    {
        await using var gateway = await TestGateway.Fake(
            adjust: builder => builder.Services.AddSingleton<IStartupFilter>(new ComingFrom(IPAddress.Parse(remote))));
        (await gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" }))
            .Expect(status, status == 404 ? "notFound" : null);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.1.2.3")]
    [InlineData("Forwarded", "for=10.1.2.3")]
    [InlineData("X-Forwarded-Host", "tocsin.example")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("X-Original-For", "10.1.2.3")]
    [InlineData("X-Real-IP", "10.1.2.3")]
    [InlineData("True-Client-IP", "10.1.2.3")]
    [InlineData("CF-Connecting-IP", "10.1.2.3")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task It_is_not_there_for_whoever_borrows_this_machine(string header, string value) =>
        (await fixture.Gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" }, (header, value)))
            .Expect(404, "notFound");

    [Theory]
    [InlineData("203.0.113.9")]
    [InlineData("127.0.0.1")]
    public async Task It_is_not_there_behind_a_trusted_proxy(string client)
    {
        await using var gateway = await TestGateway.Fake(["--Tocsin:Proxies", "127.0.0.1"]);
        var person = gateway.With(null);
        (await person.Post("/dev/token", new { subject = "x", role = "admin" }, ("X-Forwarded-For", client))).Expect(404, "notFound");
        (await person.Post("/dev/token", new { subject = "x", role = "admin" })).Expect(200);
    }

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:5080")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Host", "localhost:5080")]
    public async Task It_is_there_for_a_page_of_this_machine(string header, string value) =>
        (await fixture.Gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" }, (header, value))).Expect(200);

    [Fact]
    public async Task In_the_cluster_mode_it_is_there_only_when_it_is_allowed()
    {
        string[] cluster = ["--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", "Host=127.0.0.1"];
        await using var closed = await TestGateway.Fake(
            [.. cluster, "--Tocsin:Jwt:Authority", "https://sign-in.invalid", "--Tocsin:Jwt:Audience", "tocsin"]);
        (await closed.With(null).Post("/dev/token", new { subject = "x", role = "admin" })).Expect(404, "notFound");
        (await closed.With(await fixture.Gateway.Token("admin")).Get("/units")).Expect(401, "unauthenticated");
        await using var open = await TestGateway.Fake([.. cluster, "--Tocsin:DevTokens", "true"]);
        (await (await open.As("admin")).Get("/units")).Expect(200);
    }

    [Fact]
    public async Task A_token_is_good_on_every_gateway_of_the_cluster()
    {
        await using var other = await TestGateway.Fake();
        (await other.With(await fixture.Gateway.Token("admin")).Get("/units")).Expect(200);
    }

    [Fact]
    public async Task While_the_key_cannot_be_had_it_is_503()
    {
        await using var gateway = await TestGateway.Fake();
        gateway.Cluster.OnKey = () => throw new Tocsin.Journal.JournalUnavailableException();
        (await gateway.With(await fixture.Gateway.Token("admin")).Get("/units")).Expect(503, "unavailable");
        (await gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" })).Expect(503, "unavailable");
        (await gateway.With(null).Get("/units")).Expect(401, "unauthenticated");
        foreach (var path in new[] { "/healthz/live", "/healthz/ready", "/metrics", "/openapi/v1.json" })
            Assert.True((await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken)).IsSuccessStatusCode, path);
    }

    private sealed class ComingFrom(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                http.Connection.RemoteIpAddress = address;
                return go(http);
            });
            next(app);
        };
    }
}
