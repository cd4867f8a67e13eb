using System.Security.Cryptography;
using System.Text;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>Tokens of a provider, and the ways to forge them.</summary>
public sealed class OidcTests : IAsyncLifetime
{
    private FakeProvider _provider = null!;
    private TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await FakeProvider.Start();
        _gateway = await TestGateway.Fake(["--Tocsin:Jwt:Authority", _provider.Address, "--Tocsin:Jwt:Audience", "tocsin"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_lets_in_by_its_roles_be_they_a_word_or_a_list()
    {
        (await With(("roles", "dispatcher")).Get("/units")).Expect(200);
        (await With(("roles", new[] { "auditor", "somethingElse" }))
            .Get("/reports/response-times?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z"))
            .Expect(200);
        (await With(("roles", "auditor")).Post("/incidents", new { category = "x", priority = 1 })).Expect(403, "forbidden");
    }

    [Fact]
    public async Task With_a_provider_there_is_no_development_sign_in()
    {
        (await _gateway.With(null).Post("/dev/token", new { subject = "x", role = "admin" })).Expect(404, "notFound");
        await using var other = await TestGateway.Fake();
        var token = await other.Token("admin");
        (await other.With(token).Get("/units")).Expect(200);
        (await _gateway.With(token).Get("/units")).Expect(401, "unauthenticated");
    }

    [Theory]
    [InlineData(" li\u00a0", "li")]
    [InlineData("tocsin-desk", "tocsin-desk")]
    public async Task A_subject_counts_without_the_blanks_around_it(string sub, string subject)
    {
        var thing = "t" + Guid.NewGuid().ToString("N")[..8];
        (await With(("sub", sub), ("roles", "dispatcher")).Post($"/incidents/{thing}/notes", new { text = "x" })).Expect(200);
        Assert.Equal(subject, _gateway.Cluster.Commands.Single(c => c.Thing == "incident/" + thing).Context.Actor.Subject);
    }

    [Theory]
    [InlineData("tocsin")]
    [InlineData(" Tocsin ")]
    [InlineData(" ")]
    public async Task Nobody_signs_in_as_the_system_itself(string sub) =>
        (await With(("sub", sub), ("roles", "supervisor")).Get("/units")).Expect(401, "unauthenticated");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("king")]
    [InlineData("DISPATCHER")]
    public async Task Without_a_known_role_it_is_403(string? roles) =>
        (await With(("roles", roles)).Get("/units")).Expect(403, "forbidden");

    [Fact]
    public async Task A_unit_or_a_station_must_say_which()
    {
        (await With(("roles", "unit")).Get("/incidents/i1")).Expect(403, "forbidden");
        (await With(("roles", "unit"), ("unit_id", "not an id")).Get("/incidents/i1")).Expect(403, "forbidden");
        (await With(("roles", "unit"), ("unit_id", "U1")).Get("/incidents/i1")).Expect(200);
        (await With(("roles", "station")).Get("/incidents/i1")).Expect(403, "forbidden");
        (await With(("roles", "station"), ("station", "S1")).Get("/incidents/i1")).Expect(200);
    }

    [Theory]
    [InlineData(new[] { "unit", "dispatcher" }, "dispatcher")]
    [InlineData(new[] { "dispatcher", "supervisor" }, "supervisor")]
    [InlineData(new[] { "auditor", "unit" }, "unit")]
    [InlineData(new[] { "station", "unit" }, "station")]
    public async Task With_several_roles_the_strongest_that_may_do_it_does_it(string[] roles, string role)
    {
        var thing = "t" + Guid.NewGuid().ToString("N")[..8];
        (await With(("roles", roles), ("unit_id", "U1"), ("station", "S1")).Post($"/incidents/{thing}/notes", new { text = "x" }))
            .Expect(200);
        var actor = _gateway.Cluster.Commands.Single(c => c.Thing == "incident/" + thing).Context.Actor;
        Assert.Equal(role, actor.Role);
        Assert.Equal(role == "unit" ? "U1" : null, actor.UnitId?.Value);
        Assert.Equal(role == "station" ? "S1" : null, actor.Station);
    }

    [Fact]
    public async Task Another_claim_may_carry_the_roles()
    {
        await using var gateway = await TestGateway.Fake(
            ["--Tocsin:Jwt:Authority", _provider.Address, "--Tocsin:Jwt:Audience", "tocsin", "--Tocsin:Jwt:RoleClaim", "groups"]);
        (await gateway.With(_provider.Token(("groups", "admin"))).Get("/units")).Expect(200);
        (await gateway.With(_provider.Token(("roles", "admin"))).Get("/units")).Expect(403);
    }

    [Fact]
    public async Task A_forged_token_is_401()
    {
        using var stranger = RSA.Create(2048);
        var good = Tokens.Claims(_provider.Address, "tocsin", ("roles", "admin"));
        var publicPem = Encoding.ASCII.GetBytes(_provider.Key.ExportSubjectPublicKeyInfoPem());
        var publicDer = _provider.Key.ExportSubjectPublicKeyInfo();
        var token = _provider.Token(("roles", "admin"));
        var parts = token.Split('.');
        var devKey = await _gateway.Cluster.OnKey();
        string[] forged =
        [
            _provider.Token(("roles", "admin"), ("exp", DateTimeOffset.UtcNow.AddMinutes(-2).ToUnixTimeSeconds())),
            _provider.Token(("roles", "admin"), ("exp", null)),
            _provider.Token(("roles", "admin"), ("nbf", DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds())),
            _provider.Token(("roles", "admin"), ("aud", "another")),
            _provider.Token(("roles", "admin"), ("aud", null)),
            _provider.Token(("roles", "admin"), ("iss", "https://another.invalid")),
            _provider.Token(("roles", "admin"), ("iss", null)),
            _provider.Token(("roles", "admin"), ("sub", null)),
            _provider.Token(("roles", "admin"), ("sub", "")),
            _provider.Token(("roles", "admin"), ("sub", new string('x', 101))),
            _provider.Token(("roles", "admin"), ("sub", "a\0b")),
            _provider.Token(("roles", "admin"), ("iss", "tocsin-dev")),
            _provider.Token(("roles", "admin"), ("unit_id", new[] { "U1" })),
            _provider.Token(("roles", "admin"), ("station", new[] { "S1", "S2" })),
            _provider.Token(("roles", "admin"), ("iat", DateTimeOffset.UtcNow.AddHours(-13).ToUnixTimeSeconds())),
            _provider.Token(("roles", "admin"), ("iat", DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds())),
            Tokens.Make("RS256", "k1", good, Tokens.Rsa(stranger)),
            Tokens.Make("none", "k1", good, _ => []),
            Tokens.Make("None", null, good, _ => []),
            Tokens.Make("HS256", "k1", good, Tokens.Hmac(publicPem)),
            Tokens.Make("HS256", "k1", good, Tokens.Hmac(publicDer)),
            Tokens.Make("HS256", "k1", good, Tokens.Hmac(devKey)),
            Tokens.Make("RS256", "k1", Tokens.Claims("tocsin-dev", null, ("roles", "admin")), Tokens.Rsa(_provider.Key)),
            Tokens.Make("HS256", null, Tokens.Claims("tocsin-dev", null, ("roles", "admin")), Tokens.Hmac(new byte[32])),
            Tokens.Make("HS512", null, Tokens.Claims("tocsin-dev", null, ("roles", "admin")), data => HMACSHA512.HashData(devKey, data)),
            Tokens.Make("none", null, Tokens.Claims("tocsin-dev", null, ("roles", "admin")), _ => []),
            Tokens.Make(
                "HS256",
                null,
                Tokens.Claims("tocsin-dev", null, ("roles", "admin"), ("exp", DateTimeOffset.UtcNow.AddMinutes(-2).ToUnixTimeSeconds())),
                Tokens.Hmac(devKey)),
            token[..^4] + "AAAA",
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1],
            parts[0] + "." + Tokens.Encode("{\"sub\":\"x\"}"u8.ToArray()) + "." + parts[2],
            "x", "a.b.c", "...", new string('A', 20_000), "null", "é",
        ];
        foreach (var bad in forged)
        {
            var reply = await _gateway.With(null).Get("/units", ("Authorization", "Bearer " + bad));
            reply.Expect(401, "unauthenticated");
            Assert.Contains("invalid_token", reply.Header("WWW-Authenticate"), StringComparison.Ordinal);
        }
        (await _gateway.With(token).Get("/units")).Expect(200);
    }

    [Theory]
    [InlineData("Basic d2FuZzp4")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("")]
    public async Task What_is_no_bearer_token_is_401(string header) =>
        (await _gateway.With(null).Get("/units", ("Authorization", header))).Expect(401, "unauthenticated");

    private Person With(params (string Name, object? Value)[] claims) => _gateway.With(_provider.Token(claims));
}
