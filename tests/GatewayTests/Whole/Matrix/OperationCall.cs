using System.Text.Json;
using System.Text.Json.Nodes;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.GatewayTests.OpenApi;

namespace Tocsin.Tests.GatewayTests.Whole.Matrix;

/// <summary>
/// An operation of the document as a request: its parameters and the example of its body, with the ids of a world in place of those of the
/// examples.
/// </summary>
internal sealed class OperationCall(Document document, string name, JsonElement operation, OperationRule rule, World world)
{
    private static readonly string[] s_times =
        ["occurredAt", "ringingAt", "answeredAt", "validUntil", "nextAt", "assignment", "retired", "successor", "replaces"];

    /// <summary>The operation's id.</summary>
    public string Id { get; } = operation.GetProperty("operationId").GetString()!;

    /// <summary>The rule.</summary>
    public OperationRule Rule => rule;

    /// <summary>The world.</summary>
    public World World => world;

    /// <summary>Whether it takes a key.</summary>
    public bool IsCommand { get; } = ParametersOf(operation).Any(p => p.Name == "Idempotency-Key");

    /// <summary>Whether it needs no token, by the document.</summary>
    public bool IsOpen { get; } = operation.TryGetProperty("security", out var security) && security.GetArrayLength() == 0;

    private string Method => name[..name.IndexOf(' ', StringComparison.Ordinal)];

    private string Path => name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The method, the path below the base path, and the body, on one's own or another's.</summary>
    public async Task<(string Method, string Path, string? Body)> OfAsync(string role, bool own)
    {
        var side = own ? world.Own : world.Foreign;
        var path = Path.StartsWith("/api/v1", StringComparison.Ordinal) ? Path["/api/v1".Length..] : Path;
        foreach (var part in path.Split('/').Where(p => p.StartsWith('{')))
            path = path.Replace(part, await IdOfAsync(path, part.Trim('{', '}'), role, own), StringComparison.Ordinal);
        var query = rule.Query ?? string.Join('&', ParametersOf(operation)
            .Where(p => p.In == "query" && (p.Required || p.Name == "limit"))
            .Select(p => $"{p.Name}={Uri.EscapeDataString(ValueOf(p.Name, p.Schema))}"));
        return (Method, query.Length == 0 ? path : $"{path}?{query}", await FilledAsync(Body(), side, role, own));
    }

    /// <summary>What a list has of one's own, and of another's.</summary>
    public (string Own, string Foreign) Listed { get; private set; }

    /// <summary>Does what must be done before, on both sides.</summary>
    public async Task PrepareAsync(Person dispatcher)
    {
        Listed = Id == "listDirectives"
            ? (await world.DirectiveAsync("unit", own: true), await world.DirectiveAsync("unit", own: false))
            : (world.Own.Incident, world.Foreign.Incident);
        if (Id == "getBlockedSubjectsTrail")
            await world.BlockedAsync();
        if (Id is "getCall" or "getCallTrail")
            await world.DirectiveOnCallAsync();
        foreach (var (own, side) in new[] { (true, world.Own), (false, world.Foreign) })
        {
            foreach (var (path, body) in rule.Before)
            {
                var filled = await FilledAsync(path, side, "dispatcher", own);
                (await dispatcher.Post(filled!, await FilledAsync(body, side, "dispatcher", own))).Expect(200);
            }
        }
    }

    private static IEnumerable<(string Name, string In, bool Required, JsonElement Schema)> ParametersOf(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(p => (
                p.GetProperty("name").GetString()!,
                p.GetProperty("in").GetString()!,
                p.TryGetProperty("required", out var required) && required.GetBoolean(),
                p.GetProperty("schema")))
            : [];

    private string ValueOf(string parameter, JsonElement schema) => parameter switch
    {
        "limit" => "200",
        "from" => "2026-01-01T00:00:00Z",
        "to" => "2026-01-31T00:00:00Z",
        _ => document.Resolve(schema).TryGetProperty("enum", out var words)
            ? words[0].GetString()!
            : throw new InvalidOperationException($"{Id} requires {parameter}: its rule names a query."),
    };

    // Their order is that of the path: the thing first, then what is in it.
    private async Task<string> IdOfAsync(string path, string parameter, string role, bool own)
    {
        var side = own ? world.Own : world.Foreign;
        return (path.Split('/')[1], parameter) switch
        {
            ("incidents", "id") => side.Incident,
            ("incidents", "unitId") => side.Unit,
            ("incidents", "incidentId") => world.OtherIncident,
            ("incidents", "messageId") => await world.MessageAsync($"/incidents/{side.Incident}/messages"),
            ("incidents", "level") => "station",
            ("calls", "id") => world.Call,
            (_, "n") => "1",

            // What was done before was done to the dispatcher's.
            ("directives", "id") => await world.DirectiveAsync(rule.Before.Length > 0 ? "dispatcher" : role, own),
            ("directives", "level") => "station",
            ("units", "id") => side.Unit,
            ("units", "messageId") => await world.MessageAsync($"/units/{side.Unit}/messages"),
            ("stations", "id") => side.Station,
            ("run-cards", "id") => world.RunCard,
            ("settings", "subject") => await world.BlockedAsync(),
            ("settings", "name") => Method == "PUT" ? world.Unused : "110-city",
            _ => throw new InvalidOperationException($"{Id}: the world has nothing for {{{parameter}}} of {path}."),
        };
    }

    // The times of the examples lie before this world.
    private string? Body()
    {
        if (rule.Body is { } body)
            return body;
        if (Document.BodyOf(operation) is not { } media)
            return null;
        var example = media.TryGetProperty("example", out var given) ? JsonNode.Parse(given.GetRawText())! : new JsonObject();
        foreach (var item in example as JsonArray ?? [example])
        {
            foreach (var time in s_times.Where(t => item is JsonObject o && o.ContainsKey(t)))
                item!.AsObject().Remove(time);
        }

        return example.ToJsonString();
    }

    private async Task<string?> FilledAsync(string? text, World.Side side, string role, bool own)
    {
        if (text is null)
            return null;
        (string Example, string Ours)[] ids =
        [
            ("3f0a7c1e5d9b4286a1c07e64f2b85d93", side.Incident),
            ("b86d12f40a9e4c73915e2d7f60c3a8b1", world.OtherIncident),
            ("9c41e07b2fd84a56b3e8170d5a6fc294", world.Call),
            ("P07", side.Unit),
            ("Patrol 7", side.Unit),
            ("P11", world.FreeUnit),
            ("\"S1\"", $"\"{side.Station}\""),
            ("LC-V21", world.Unused),
            ("Lucheng 21", world.Unused),
            ("\"theft\"", $"\"{world.RunCard}\""),
            ("\"110-city\"", $"\"{world.Unused}\""),
            ("2026-01-31T08:22:12.000Z", DateTimeOffset.UtcNow.AddSeconds(-1).ToString("O")),
        ];
        if (text.Contains("5d1e90a7c3b84f26a8e07c52d96b13f4", StringComparison.Ordinal))
            text = text.Replace("5d1e90a7c3b84f26a8e07c52d96b13f4", await world.DirectiveAsync(role, own), StringComparison.Ordinal);
        return ids.Aggregate(text, (made, id) => made.Replace(id.Example, id.Ours, StringComparison.Ordinal));
    }
}
