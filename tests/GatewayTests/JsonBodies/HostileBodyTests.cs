using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tocsin.Tests.GatewayTests.Contract;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.JsonBodies;

/// <summary>What every body has in common, tried on every route; what is particular to a field, in <see cref="FieldTests"/>.</summary>
public sealed class HostileBodyTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    private TestGateway Gateway => fixture.Gateway;

    public static TheoryData<string> Routes() => [.. Route.WithBody.Select(r => r.ToString())];

    // Of positions each row is judged alone, and what is wrong in one is no error of the body: PositionRowTests.
    public static TheoryData<string> StrictRoutes() => [.. Route.WithBody.Where(r => r.Path != "/positions").Select(r => r.ToString())];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task The_good_body_is_good(string name) =>
        Assert.InRange((await Send(name, Find(name).Body)).Status, 200, 202);

    [Theory]
    [MemberData(nameof(StrictRoutes))]
    public async Task Each_field_of_the_wrong_type_is_named(string name)
    {
        var route = Find(name);
        foreach (var path in Leaves(JsonNode.Parse(route.Body)!))
        {
            foreach (var wrong in new[] { "[[]]", "{\"x\":{}}", "\"\"", "true", "1e999", "-1.5" })
            {
                var body = Replace(route.Body, path, wrong, out var same);
                if (same)
                    continue;
                var reply = (await Send(name, body)).Expect(400, "invalid");
                Assert.Contains(reply.Errors, e => e.StartsWith(path, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(StrictRoutes))]
    public async Task A_NUL_or_an_unpaired_surrogate_in_any_text_is_named(string name)
    {
        var route = Find(name);
        foreach (var path in Leaves(JsonNode.Parse(route.Body)!)
            .Where(p => Value(route.Body, p) is JsonValue v && v.GetValueKind() == JsonValueKind.String))
        {
            foreach (var bad in new[] { "\"a\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"" })
            {
                var reply = (await Send(name, Replace(route.Body, path, bad, out _))).Expect(400, "invalid");
                // The type of an area is compared as it is: what is no word of it is not looked at.
                Assert.Contains(path + (path == "area.type" ? " notInList" : " badCharacter"), reply.Errors);
            }
        }
    }

    [Theory]
    [MemberData(nameof(StrictRoutes))]
    public async Task Bytes_that_are_not_UTF_8_are_refused(string name)
    {
        var route = Find(name);
        var texts = Leaves(JsonNode.Parse(route.Body)!)
            .Where(p => Value(route.Body, p) is JsonValue v && v.GetValueKind() == JsonValueKind.String)
            .ToArray();
        foreach (var path in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(Replace(route.Body, path, "\"abc#\"", out _));
            bytes[Array.LastIndexOf(bytes, (byte)'#')] = 0xFF;
            (await Send(name, bytes)).Expect(400, "invalid");
        }
    }

    [Theory]
    [MemberData(nameof(StrictRoutes))]
    public async Task A_huge_text_in_any_field_is_named(string name)
    {
        var route = Find(name);
        var huge = '"' + new string('x', 100_000) + '"';
        foreach (var path in Leaves(JsonNode.Parse(route.Body)!))
        {
            var reply = (await Send(name, Replace(route.Body, path, huge, out _))).Expect(400, "invalid");
            Assert.Contains(reply.Errors, e => e.StartsWith(path, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(StrictRoutes))]
    public async Task An_unknown_field_is_named_wherever_it_stands(string name)
    {
        var route = Find(name);
        foreach (var (path, at) in Objects(route.Body))
        {
            var body = route.Body.Insert(at + 1, "\"zzz\":{\"deep\":[1,2,{}]}" + (route.Body[at + 1] == '}' ? "" : ","));
            var reply = (await Send(name, body)).Expect(400, "invalid");
            Assert.Contains(
                reply.Errors,
                e =>
                    e.StartsWith(path + "zzz", StringComparison.Ordinal)
                    || e.EndsWith("unknownField", StringComparison.Ordinal)
                    || e.Contains("results", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(StrictRoutes))]
    public async Task A_field_that_comes_twice_is_refused(string name)
    {
        var route = Find(name);
        foreach (var (_, at) in Objects(route.Body).Where(o => route.Body[o.At + 1] != '}'))
        {
            var end = route.Body.IndexOf(':', at);
            var field = route.Body[(at + 1)..end];
            var reply = (await Send(name, route.Body.Insert(at + 1, field + ":null,"))).Expect(400, "invalid");
            Assert.NotEmpty(reply.Errors);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task What_is_not_JSON_is_refused(string name)
    {
        var good = Find(name).Body;
        string[] bad =
        [
            good[..^1], good + "x", good + good, "{", "[", "nul", "\"", "{\"a\":1,}", "// c\n" + good, "\uFEFF" + good,
            new string('[', 10_000), string.Concat(Enumerable.Repeat("{\"a\":", 10_000)), " ", "'a'", "NaN", "{a:1}",
        ];
        foreach (var text in bad)
            (await Send(name, text)).Expect(400, "invalid");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Another_kind_of_JSON_is_refused(string name)
    {
        foreach (var text in new[] { "null", "true", "1", "\"x\"", Find(name).Body[0] == '[' ? "{}" : "[]" })
        {
            var reply = (await Send(name, text)).Expect(400, "invalid");
            Assert.Contains(" wrongType", reply.Errors);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_that_is_too_long_is_refused(string name)
    {
        var limit = Find(name).Path == "/positions" ? 1024 * 1024 : 256 * 1024;
        (await Send(name, new string(' ', limit + 1))).Expect(413, "tooLarge");
        (await Send(name, new string(' ', limit - 2) + "[]")).Expect(Find(name).Path == "/positions" ? 202 : 400);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Another_media_type_is_refused(string name)
    {
        foreach (var type in new[]
        {
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded",
        })
        {
            (await Send(name, Find(name).Body, ("Content-Type", type))).Expect(415, "unsupportedMediaType");
        }

        (await Send(name, Find(name).Body, ("Content-Encoding", "gzip"))).Expect(415, "unsupportedMediaType");
    }

    [Fact]
    public async Task Nothing_that_was_refused_reached_the_cluster()
    {
        await using var gateway = await TestGateway.Fake();
        foreach (var route in Route.WithBody)
        {
            var person = await Authorised(gateway, route);
            foreach (var body in new[] { "{\"zzz\":1}", "{", route.Path == "/positions" ? "[7]" : "[{}]", "null", route.Body[..^1] })
                (await person.Send(route.Method, route.Path, body)).Expect(400, "invalid");
        }
        Assert.Empty(gateway.Cluster.Commands);
        Assert.Empty(gateway.Cluster.Positions);
    }

    private static Route Find(string name) => Route.WithBody.Single(r => r.ToString() == name);

    private static Task<Person> Authorised(TestGateway gateway, Route route) => gateway.As(
        RoleTable.Sign(route.Row, "supervisor") == "+" ? "supervisor" : RoleTable.Roles.First(r => RoleTable.Sign(route.Row, r) == "+"));

    private async Task<Reply> Send(string name, object body, params (string Name, string Value)[] headers)
    {
        var route = Find(name);
        return await (await Authorised(Gateway, route)).Send(route.Method, route.Path, body, headers);
    }

    // The fields of a body, as errors name them; what stands in GeoJSON coordinates is one field.
    private static IEnumerable<string> Leaves(JsonNode node, string path = "") => node switch
    {
        JsonObject o => o.SelectMany(
            p => p.Value is null || p.Key == "coordinates" ? [Join(path, p.Key)] : Leaves(p.Value, Join(path, p.Key))),
        JsonArray a => a.SelectMany((item, i) => item is null ? [] : Leaves(item, $"{path}[{i}]")),
        _ => [path],
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private static JsonNode? Value(string body, string path)
    {
        JsonNode? node = JsonNode.Parse(body);
        foreach (var part in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
            node = part[0] == '[' ? node![Index(part)] : node![part];
        return node;
    }

    private static string Replace(string body, string path, string value, out bool same)
    {
        var marker = "\u0001marker";
        var root = JsonNode.Parse(body)!;
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var node = root;
        foreach (var part in parts[..^1])
            node = part[0] == '[' ? node[Index(part)]! : node[part]!;
        var last = parts[^1];
        var old = last[0] == '[' ? node[Index(last)] : node[last];
        // A wrong value may be a right one: an empty narrative, a flag, a negative degree.
        same = (value == "true" && old is JsonValue b && b.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            || (value == "\"\""
                && last is "narrative" or "note" or "address" or "callerNumber"
                && !path.StartsWith("text", StringComparison.Ordinal))
            || (value == "\"\"" && last == "reason" && body.Contains("toIncidentId", StringComparison.Ordinal))
            || (value == "-1.5" && last is "lat" or "lon" || (value == "-1.5" && path.StartsWith("results", StringComparison.Ordinal)));
        if (last[0] == '[')
            node[Index(last)] = marker;
        else
            node[last] = marker;
        return root.ToJsonString().Replace(JsonSerializer.Serialize(marker), value, StringComparison.Ordinal);
    }

    private static int Index(string part) => int.Parse(part[1..^1], CultureInfo.InvariantCulture);

    // Where each object of a body begins, and the path of its fields; not inside GeoJSON.
    private static IEnumerable<(string Path, int At)> Objects(string body)
    {
        for (var at = body.IndexOf('{', StringComparison.Ordinal); at >= 0; at = body.IndexOf('{', at + 1))
            yield return ("", at);
    }
}
