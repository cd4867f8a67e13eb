using System.Collections.Concurrent;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole.Matrix;

/// <summary>
/// Two stations, each with a unit on an incident, and what else an operation may be called on: one side is one's own, the other another's.
/// </summary>
internal sealed class World
{
    private readonly ConcurrentDictionary<string, string> _made = new();
    private readonly TestGateway _gateway;

    private World(TestGateway gateway) => _gateway = gateway;

    /// <summary>One side.</summary>
    /// <param name="Station">A station.</param>
    /// <param name="Unit">Its unit, on the incident.</param>
    /// <param name="Incident">Its incident.</param>
    public sealed record Side(string Station, string Unit, string Incident);

    public required Side Own { get; init; }

    public required Side Foreign { get; init; }

    /// <summary>An incident that is neither's.</summary>
    public required string OtherIncident { get; init; }

    /// <summary>A unit that is free, and neither's.</summary>
    public required string FreeUnit { get; init; }

    public required string Call { get; init; }

    public required string RunCard { get; init; }

    /// <summary>An id that nothing has.</summary>
    public required string Unused { get; init; }

    /// <summary>The subject of a role.</summary>
    public static string SubjectOf(string role) => "rights-" + role;

    /// <summary>Makes one.</summary>
    public static async Task<World> MakeAsync(RealGatewayFixture fixture)
    {
        var gateway = fixture.Gateway;
        var (dispatcher, admin) = (await gateway.As("dispatcher"), await gateway.As("admin"));
        var card = fixture.Fresh("RC");
        (await admin.Put(
            "/run-cards/" + card,
            $$"""{"name": "{{card}}", "categories": ["{{card}}"], "alarms": [{"needs": [{"name": "a", "count": 1}]}]}"""))
            .Expect(201);
        return new World(gateway)
        {
            Own = await SideAsync(fixture, dispatcher),
            Foreign = await SideAsync(fixture, dispatcher),
            OtherIncident = await fixture.Incident(),
            FreeUnit = await fixture.FreeUnit(),
            Call = (await dispatcher.Post("/calls", new { callerNumber = "03555550142" })).Expect(201).String("id"),
            RunCard = card,
            Unused = fixture.Fresh("NEW"),
        };
    }

    /// <summary>A directive that is to a role's own, or to the other side's unit.</summary>
    public async Task<string> DirectiveAsync(string role, bool own)
    {
        var to = !own ? $$"""{"unit": "{{Foreign.Unit}}"}"""
            : role is "callTaker" or "auditor" or "admin" ? $$"""{"subject": "{{SubjectOf(role)}}"}"""
            : $$"""{"unit": "{{Own.Unit}}"}""";
        if (_made.TryGetValue(to, out var known))
            return known;
        // What is a station's own it has issued itself, so that it may also withdraw it.
        var issuer = own ? await _gateway.As("station", station: Own.Station) : await _gateway.As("dispatcher");
        var issued = await issuer.Post(
            "/directives", $$"""{"to": [{{to}}], "kind": "verify", "text": "look"}""");
        return _made[to] = issued.Expect(201).String("group");
    }

    /// <summary>Makes the call the own station's affair.</summary>
    public async Task DirectiveOnCallAsync() => (await (await _gateway.As("dispatcher")).Post(
        "/directives", new { to = new[] { new { station = Own.Station } }, kind = "verify", text = "look", callId = Call })).Expect(201);

    /// <summary>A message of the centre in a thing: <c>/units/U1/messages</c>.</summary>
    public async Task<string> MessageAsync(string path)
    {
        if (_made.TryGetValue(path, out var known))
            return known;
        var dispatcher = await _gateway.As("dispatcher");
        (await dispatcher.Post(path, new { text = "where are you?" })).Expect(200);
        return _made[path] = (await dispatcher.Get(path)).Expect(200).Json.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    /// <summary>A subject that nobody is, and that is blocked.</summary>
    public async Task<string> BlockedAsync()
    {
        if (_made.TryGetValue("blocked", out var known))
            return known;
        var admin = await _gateway.As("admin");
        (await admin.Post("/settings/blocked-subjects", new { subject = Unused + "-gone", reason = "a lost phone" })).Expect(200);
        return _made["blocked"] = Unused + "-gone";
    }

    private static async Task<Side> SideAsync(RealGatewayFixture fixture, Person dispatcher)
    {
        var station = fixture.Fresh("S");
        (await (await fixture.Gateway.As("admin")).Put(
            "/stations/" + station, new { name = station, mayInstruct = true })).Expect(201);
        var unit = await fixture.FreeUnit(station);
        var incident = await fixture.Incident(station);
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        return new Side(station, unit, incident);
    }
}
