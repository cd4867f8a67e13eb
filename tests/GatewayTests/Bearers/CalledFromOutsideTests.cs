using System.Security.Cryptography;
using System.Text;
using Tocsin.Bearers;
using Tocsin.Calling;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Live;
using Tocsin.Policies;
using Tocsin.Reading;
using Tocsin.Reports;
using Tocsin.Secrets;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Bearers;

/// <summary>Whoever reaches a silo's port is nobody without the token of a person, and that person with it.</summary>
public sealed class CalledFromOutsideTests(OpenSilo silo) : IClassFixture<OpenSilo>
{
    private static readonly Actor Wang = new("wang", Roles.Dispatcher);
    private static readonly CallFilter AllCalls = new(null, null, null, null, 10, null);
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_client_that_says_nothing_is_nobody()
    {
        var grains = await silo.StrangerAsync();
        Assert.Equal(BearerFault.NoToken, await FaultAsync(() => ListAsync(grains, Wang)));
        Assert.Equal(BearerFault.NoToken, await FaultAsync(() => ReceiveAsync(grains, Wang)));
        Assert.Equal(BearerFault.NoToken, await FaultAsync(() => grains.GetGrain<IKeysGrain>(0).DevTokenKey()));
        Assert.Equal(BearerFault.NoToken, await FaultAsync(() => grains.GetGrain<ILiveGrain>(0).End()));
    }

    [Fact]
    public async Task A_gateway_without_a_token_gets_what_gateways_need_for_themselves_and_no_more()
    {
        var grains = await silo.GatewayAsync();
        await grains.GetGrain<ILiveGrain>(0).End();
        await grains.GetGrain<IPolicyReadingGrain>(0).BlockedSubjects();
        // Where people sign in by a provider there is no key for development tokens.
        Assert.Empty(await grains.GetGrain<IKeysGrain>(0).DevTokenKey());
        Assert.Equal(BearerFault.NoToken, await FaultAsync(() => ListAsync(grains, Wang)));
        Assert.Equal(BearerFault.NoToken, await FaultAsync(() => ReceiveAsync(grains, Wang)));
        Assert.Equal(BearerFault.NoToken, await FaultAsync(() => ReportAsync(grains)));
    }

    [Fact]
    public async Task With_a_token_one_is_its_person_in_its_roles_for_its_unit_and_station()
    {
        var grains = await silo.GatewayAsync();
        await AsAsync(Token(("roles", "dispatcher")), () => ListAsync(grains, Wang));
        await RefusedAsync(("roles", "dispatcher"), new Actor("li", Roles.Dispatcher));
        await RefusedAsync(("roles", "dispatcher"), Wang with { Role = Roles.Supervisor });
        await RefusedAsync(("roles", "dispatcher"), Actor.System);
        await RefusedAsync(("roles", "system"), new Actor("wang", "system"));
        await RefusedAsync(("roles", "unit"), new Actor("wang", Roles.Unit, UnitId.Of("U1")));
        await RefusedAsync(("roles", "station"), new Actor("wang", Roles.Station, null, "S1"));

        var unit = Token(("roles", "unit"), ("unit_id", "U1"));
        await AsAsync(unit, () => ReadUnitAsync(grains, new Actor("wang", Roles.Unit, UnitId.Of("U1"))));
        Assert.Equal(
            BearerFault.AnotherPerson,
            await FaultAsync(() => AsAsync(unit, () => ReadUnitAsync(grains, new Actor("wang", Roles.Unit, UnitId.Of("U2"))))));
        Assert.Equal(
            BearerFault.AnotherPerson,
            await FaultAsync(() => AsAsync(unit, () => ReadUnitAsync(grains, new Actor("wang", Roles.Unit)))));

        async Task RefusedAsync((string Name, object? Value) claim, Actor actor) => Assert.Equal(
            BearerFault.AnotherPerson, await FaultAsync(() => AsAsync(Token(claim), () => ListAsync(grains, actor))));
    }

    [Fact]
    public async Task A_command_is_done_by_the_person_of_the_token_and_by_nobody_else()
    {
        var grains = await silo.GatewayAsync();
        var token = Token(("roles", "dispatcher"));
        Assert.Null((await AsAsync(token, () => ReceiveAsync(grains, Wang))).Refusal);
        Assert.Equal(
            BearerFault.AnotherPerson,
            await FaultAsync(() => AsAsync(token, () => ReceiveAsync(grains, new Actor("the.chief", Roles.Supervisor)))));
    }

    [Fact]
    public async Task A_report_is_for_those_whose_role_may_read_it()
    {
        var grains = await silo.GatewayAsync();
        await AsAsync(Token(("roles", "supervisor")), () => ReportAsync(grains));
        Assert.Equal(BearerFault.AnotherPerson, await FaultAsync(() => AsAsync(Token(("roles", "unit")), () => ReportAsync(grains))));
    }

    [Fact]
    public async Task A_token_that_is_not_good_is_refused()
    {
        var grains = await silo.GatewayAsync();
        using var stranger = RSA.Create(2048);
        var claims = SignIn.Tokens.Claims(silo.Provider.Address, "tocsin", ("roles", "dispatcher"));
        Assert.Equal(BearerFault.Expired, await WithAsync(Token(("exp", DateTimeOffset.UtcNow.AddMinutes(-2).ToUnixTimeSeconds()))));
        Assert.Equal(BearerFault.BadToken, await WithAsync(Token(("nbf", DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds()))));
        Assert.Equal(BearerFault.BadToken, await WithAsync(Token(("exp", null))));
        Assert.Equal(BearerFault.BadToken, await WithAsync(Token(("aud", "another"))));
        Assert.Equal(BearerFault.BadToken, await WithAsync(Token(("iss", "https://another.invalid"))));
        Assert.Equal(BearerFault.BadToken, await WithAsync(Token(("sub", null))));
        Assert.Equal(BearerFault.BadToken, await WithAsync(Token(("iss", TokenForm.DevelopmentIssuer))));
        var forged = SignIn.Tokens.Make("RS256", silo.Provider.KeyId, claims, SignIn.Tokens.Rsa(stranger));
        Assert.Equal(BearerFault.BadToken, await WithAsync(forged));
        Assert.Equal(BearerFault.BadToken, await WithAsync(SignIn.Tokens.Make("none", silo.Provider.KeyId, claims, _ => [])));
        Assert.Equal(BearerFault.BadToken, await WithAsync("x"));

        async Task<BearerFault?> WithAsync(string token) => await FaultAsync(() => AsAsync(token, () => ListAsync(grains, Wang)));
    }

    [Fact]
    public async Task A_digest_stands_for_its_own_token_only_and_means_nothing_before_the_token_was_seen()
    {
        var grains = await silo.StrangerAsync();
        var token = Token(("roles", "dispatcher"), ("jti", "unseen"));
        await Assert.ThrowsAsync<TokenNeededException>(() => SayAsync(Digest(token), null));
        Assert.Equal(BearerFault.BadToken, await FaultAsync(() => SayAsync(Digest("another"), token)));
        await SayAsync(Digest(token), token);
        await SayAsync(Digest(token), null);

        async Task<ThingPage> SayAsync(string digest, string? text)
        {
            RequestContext.Set(CallOrigin.Key, digest);
            if (text is not null)
                RequestContext.Set(CallOrigin.TokenKey, text);
            return await ListAsync(grains, Wang);
        }
    }

    [Fact]
    public async Task What_only_silos_call_is_closed_to_gateways_and_to_clients()
    {
        var (gateway, stranger) = (await silo.GatewayAsync(), await silo.StrangerAsync());
        var token = Token(("roles", "admin"));
        Assert.Equal(
            BearerFault.NotForGateways,
            await FaultAsync(() => AsAsync(token, () => gateway.GetGrain<IManagementGrain>(0).GetHosts())));
        Assert.Equal(BearerFault.NoToken, await FaultAsync(() => stranger.GetGrain<IManagementGrain>(0).GetHosts()));
        Assert.Equal(
            BearerFault.NotForGateways,
            await FaultAsync(() => AsAsync(token, () => gateway.GetGrain<INumberBlockGrain>("x").Take(1))));
    }

    [Fact]
    public async Task A_silo_that_was_restarted_asks_for_the_token_again()
    {
        var (gateway, stranger) = (await silo.GatewayAsync(), await silo.StrangerAsync());
        var token = Token(("roles", "dispatcher"), ("jti", "restart"));
        await AsAsync(token, () => ListAsync(gateway, Wang));
        await silo.RestartAsync();
        await Assert.ThrowsAsync<TokenNeededException>(() => AgainAsync(() =>
        {
            RequestContext.Set(CallOrigin.Key, Digest(token));
            return ListAsync(stranger, Wang);
        }));
        await AgainAsync(() => AsAsync(token, () => ListAsync(gateway, Wang)));
    }

    [Fact]
    public async Task A_key_that_the_provider_has_changed_is_asked_for_and_known_tokens_go_on()
    {
        var grains = await silo.GatewayAsync();
        var old = Token(("roles", "dispatcher"), ("jti", "old key"));
        await AsAsync(old, () => ListAsync(grains, Wang));
        silo.Provider.Rotate("k2");
        var token = Token(("roles", "dispatcher"), ("jti", "new key"));
        await AgainAsync(() => AsAsync(token, () => ListAsync(grains, Wang)));
        await AsAsync(old, () => ListAsync(grains, Wang));
    }

    [Fact]
    public async Task A_whole_gateway_serves_people_through_it()
    {
        await using var gateway = await silo.WholeGatewayAsync();
        var dispatcher = gateway.With(Token(("roles", "dispatcher"), ("sub", "li")));
        await Until.HoldsAsync("the silo has told its grains", async () => (await dispatcher.Get("/units")).Status == 200);
        var incident = (await dispatcher.Post("/incidents", new { category = "theft", priority = 2 })).Expect(201).String("id");
        (await dispatcher.Post($"/incidents/{incident}/notes", new { text = "x" })).Expect(200);
        (await dispatcher.Get("/calls")).Expect(200);
        (await dispatcher.Get("/run-cards")).Expect(200);
        (await gateway.With(Token(("roles", "supervisor"))).Get(
            "/reports/response-times?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")).Expect(200);
        var trail = (await gateway.With(Token(("roles", "auditor"))).Get($"/incidents/{incident}/trail")).Expect(200);
        Assert.Contains("\"subject\":\"li\"", trail.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        // The grain is there now, made by calls that were good: that helps nobody else.
        var grains = await silo.StrangerAsync();
        Assert.Equal(
            BearerFault.NoToken,
            await FaultAsync(() => grains.GetGrain<IIncidentGrain>(incident).Execute(new AddNote("forged"), Context(Wang))));
    }

    private string Token(params (string Name, object? Value)[] claims) => silo.Provider.Token(claims);

    private static string Digest(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static CommandContext Context(Actor actor) => new(CommandId.New(), actor, null, null);

    private static Task<ThingPage> ListAsync(IGrainFactory grains, Actor actor) =>
        grains.GetGrain<IReadingGrain>(0).ListCalls(AllCalls, actor);

    private static Task<Thing> ReadUnitAsync(IGrainFactory grains, Actor actor) =>
        grains.GetGrain<IReadingGrain>(0).GetUnit(UnitId.Of("U1"), actor);

    private static Task<string> ReportAsync(IGrainFactory grains) =>
        grains.GetGrain<IReportingGrain>(0).ResponseTimes(Day, Day.AddDays(1), GroupBy.Station);

    private static Task<CommandAnswer> ReceiveAsync(IGrainFactory grains, Actor actor) =>
        grains.GetGrain<ICallGrain>(Guid.NewGuid().ToString("N")).Execute(new ReceiveCall(null, "1", null, null, null), Context(actor));

    private static async Task<T> AsAsync<T>(string token, Func<Task<T>> call)
    {
        Bearer.Current = new Bearer(token);
        return await call();
    }

    private static async Task<BearerFault?> FaultAsync(Func<Task> call) => (await Assert.ThrowsAsync<BearerRefusedException>(call)).Fault;

    // Until the silo is there, and has its keys.
    private static async Task<T> AgainAsync<T>(Func<Task<T>> call)
    {
        T answer = default!;
        await Until.HoldsAsync("the silo answers", async () =>
        {
            try
            {
                answer = await call();
                return true;
            }
            catch (Exception exception) when (GrainCaller.IsTransient(exception))
            {
                return false;
            }
        });
        return answer;
    }
}
