using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Tocsin.Bearers;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Tests.GatewayTests.SignIn;

public sealed class TokenRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);
    private readonly TokenRules _rules;

    public TokenRulesTests() => _rules = Rules();

    [Theory]
    [InlineData(0, 5, 5)]
    [InlineData(0, 12 * 60, 12 * 60)]
    [InlineData(0, 60 * 24 * 3650, 12 * 60)]
    [InlineData(-60, 60 * 24 * 3650, 11 * 60)]
    [InlineData(-60, 30, 30)]
    public void A_token_ends_by_itself_or_twelve_hours_after_its_issue(int issued, int expires, int ends) =>
        Assert.Equal(Now.AddMinutes(ends), _rules.EndOf(Token(issued, expires), Person("dispatcher")));

    [Fact]
    public void One_that_is_older_than_it_may_be_has_ended()
    {
        var token = Token(0, 60 * 24 * 3650);
        _time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.NotNull(_rules.EndOf(token, Person("dispatcher")));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_rules.EndOf(token, Person("dispatcher")));
    }

    [Fact]
    public void One_that_is_to_be_issued_later_is_not_of_now()
    {
        Assert.Null(_rules.EndOf(Token(10, 60), Person("dispatcher")));
        Assert.Null(_rules.EndOf(Make(("iat", -1), ("exp", Seconds(60))), Person("dispatcher")));
        Assert.NotNull(_rules.EndOf(Make(("iat", Now.AddSeconds(20).ToUnixTimeSeconds()), ("exp", Seconds(60))), Person("dispatcher")));
    }

    [Fact]
    public void One_without_a_date_counts_from_its_first_sight()
    {
        var (lasting, other) = (Token(null, 60 * 24 * 3650), Token(null, 60 * 24 * 3651));
        Assert.Equal(Now.AddHours(12), _rules.EndOf(lasting, Person("dispatcher")));
        _time.Advance(TimeSpan.FromHours(11));
        Assert.Equal(Now.AddHours(12), _rules.EndOf(lasting, Person("dispatcher")));
        Assert.Equal(Now.AddHours(23), _rules.EndOf(other, Person("dispatcher")));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Null(_rules.EndOf(lasting, Person("dispatcher")));

        // One that ends by itself in time is as good as before.
        Assert.Equal(Now.AddMinutes(60 * 13), _rules.EndOf(Token(null, 60 * 13), Person("dispatcher")));
    }

    [Fact]
    public void There_is_a_limit_to_what_is_remembered()
    {
        for (var i = 0; i < GatewayLimits.UndatedTokensMax; i++)
            Assert.NotNull(_rules.EndOf(Token(null, (60 * 24) + i), Person("dispatcher")));
        Assert.Null(_rules.EndOf(Token(null, 60 * 24 * 3650), Person("dispatcher")));

        // Those that have ended make room.
        _time.Advance(TimeSpan.FromHours(25));
        Assert.NotNull(_rules.EndOf(Token(null, 60 * 24 * 3650), Person("dispatcher")));
    }

    [Theory]
    [InlineData(400.0, "feeder")]
    [InlineData(400.0, "feeder", "offline_access")]
    [InlineData(0.5, "feeder", "dispatcher")]
    [InlineData(0.5)]
    public void A_machine_has_longer(double days, params string[] roles) =>
        Assert.Equal(Now.AddDays(days), _rules.EndOf(Token(0, 60 * 24 * 3650), Person(roles)));

    [Fact]
    public void A_centre_says_otherwise_and_names_its_machines()
    {
        var rules = Rules(
            ("Tocsin:Jwt:MaxLifetime", "00:15:00"), ("Tocsin:Jwt:MaxMachineLifetime", "30.00:00:00"), ("Tocsin:Jwt:Machines:0", "wang"));
        Assert.Equal(Now.AddDays(30), rules.EndOf(Token(0, 60 * 24 * 3650), Person("dispatcher")));
        Assert.Equal(Now.AddMinutes(15), rules.EndOf(Token(0, 60 * 24 * 3650), PersonOf("li", "dispatcher")));
    }

    [Theory]
    [InlineData("mfa", true)]
    [InlineData("urn:card", true)]
    [InlineData("MFA", false)]
    [InlineData("pwd", false)]
    [InlineData(null, false)]
    [InlineData(2, false)]
    public void Where_strong_sign_in_is_demanded_a_person_shows_one_of_its_words(object? acr, bool good)
    {
        var rules = Rules(("Tocsin:Jwt:Acr:0", "mfa"), ("Tocsin:Jwt:Acr:1", "urn:card"), ("Tocsin:Jwt:Machines:0", "cad"));
        var token = Make(("iat", Seconds(0)), ("exp", Seconds(60)), ("acr", acr));
        Assert.Equal(good, rules.IsStrong(token, Person("dispatcher")));
        Assert.True(_rules.IsStrong(token, Person("dispatcher")));

        // A machine has no second factor.
        Assert.True(rules.IsStrong(token, Person("feeder")));
        Assert.True(rules.IsStrong(token, PersonOf("cad", "dispatcher")));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("JWT", true)]
    [InlineData("at+jwt", true)]
    [InlineData("AT+JWT", true)]
    [InlineData("logout+jwt", false)]
    [InlineData("secevent+jwt", false)]
    [InlineData("JOSE", false)]
    public void Only_an_access_token_is_one(string? type, bool good) =>
        Assert.Equal(good, TokenForm.HasGoodForm(new JsonWebToken(Tokens.Typed(type, Tokens.Claims("x", null)))));

    [Theory]
    [InlineData("unit_id")]
    [InlineData("station")]
    public void A_person_acts_for_one_unit_or_station(string claim)
    {
        Assert.True(TokenForm.HasGoodForm(Make((claim, "SU1"))));
        foreach (var list in new object[] { new[] { "SU1", "SU2" }, new[] { "SU1" }, Array.Empty<string>() })
            Assert.False(TokenForm.HasGoodForm(Make((claim, list))));
    }

    private TokenRules Rules(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
            .Build();
        return new TokenRules(GatewayOptions.Read(configuration), _time);
    }

    private static Caller Person(params string[] roles) => PersonOf("wang", roles);

    private static Caller PersonOf(string subject, params string[] roles) => Caller.Of(
        new ClaimsIdentity([new Claim("sub", subject), .. roles.Select(r => new Claim("roles", r))], "test"), "roles")!;

    private static long Seconds(int minutes) => Now.AddMinutes(minutes).ToUnixTimeSeconds();

    private static JsonWebToken Token(int? issued, int expires) =>
        Make(("iat", issued is { } minutes ? Seconds(minutes) : null), ("exp", Seconds(expires)));

    private static JsonWebToken Make(params (string Name, object? Value)[] claims) =>
        new(Tokens.Typed("JWT", Tokens.Claims("x", null, claims)));
}
