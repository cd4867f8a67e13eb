using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Tocsin.Routing;
using Tocsin.SignIn;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.OpenApi;

/// <summary>The examples of the document are what the gateway accepts and answers.</summary>
public sealed class ExampleTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public void Every_example_of_a_body_is_valid_for_the_reader_of_bodies()
    {
        var bodies = Operations().Where(o => o.Operation.Body is not null).ToList();
        Assert.NotEmpty(bodies);
        Assert.Empty(bodies.SelectMany(o => o.Operation.Body!.Check(Encoding.UTF8.GetBytes(o.Operation.Body.Example.ToJsonString())).List
            .Select(e => $"{o.Operation.Id}: {e.Field} {e.Code} {e.Message}")));
    }

    [Fact]
    public async Task Every_example_of_a_body_is_accepted_by_its_route()
    {
        foreach (var (endpoint, operation) in Operations().Where(o => o.Operation.Body is not null))
        {
            var (method, path) = (MethodOf(endpoint), PathOf(endpoint, operation));
            var reply = await (await AnybodyAsync(endpoint)).Send(method, path, operation.Body!.Example.ToJsonString());
            Assert.True(reply.Status is 200 or 201 or 202, $"{operation.Id}: {reply.Status} {reply.Text}");
        }
    }

    [Fact]
    public async Task Every_example_of_an_answer_has_the_properties_of_its_schema()
    {
        var document = await Document.OfAsync(Gateway);
        Assert.Empty(document.Operations
            .Select(o => (Name: o.Key, Answer: Document.AnswerOf(o.Value)))
            .Where(o => o.Answer.GetProperty("example").ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            .SelectMany(o => Differences(document, o.Name, o.Answer.GetProperty("schema"), o.Answer.GetProperty("example"))));
    }

    // What stands only where something was erased, or is to be; and what only rows for directives have.
    private static readonly string[] LeftOut = ["erased", "erasure", "directive"];

    private static IEnumerable<string> Differences(Document document, string path, JsonElement schema, JsonElement example)
    {
        var resolved = document.Resolve(schema);
        if (example.ValueKind == JsonValueKind.Array)
        {
            return resolved.TryGetProperty("items", out var items)
                ? example.EnumerateArray().SelectMany((item, i) => Differences(document, $"{path}[{i}]", items, item))
                : [];
        }

        if (example.ValueKind != JsonValueKind.Object || !resolved.TryGetProperty("properties", out var properties))
            return [];
        var described = properties.EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        var given = example.EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        return described.Keys.Except(given.Keys).Except(LeftOut).Select(name => $"{path}.{name} is not in the example")
            .Concat(given.Keys.Except(described.Keys).Select(name => $"{path}.{name} is not in the schema"))
            .Concat(described
                .Where(p => given.ContainsKey(p.Key))
                .SelectMany(p => Differences(document, $"{path}.{p.Key}", p.Value, given[p.Key])));
    }

    private IEnumerable<(RouteEndpoint Endpoint, ApiOperation Operation)> Operations() => Gateway.Service<IEnumerable<EndpointDataSource>>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Select(endpoint => (endpoint, Operation: endpoint.Metadata.GetMetadata<ApiOperation>()!))
        .Where(o => o.Operation is not null);

    // A unit reports for itself: with a role that has the permission for everything nothing depends on whose it is.
    private async Task<Person> AnybodyAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PermissionRequirement>() is not { } requirement)
            return Gateway.With(null);
        var role = Permissions.ByPower.First(r => requirement.Any.All(p => Permissions.Of(p, r) == Right.All));
        return await Gateway.As(role, "example");
    }

    private static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];

    // An id in the path is that of the body's example, where the body repeats it.
    private static string PathOf(RouteEndpoint endpoint, ApiOperation operation)
    {
        var path = endpoint.RoutePattern.RawText!;
        if (path.StartsWith(ApiOperation.BasePath, StringComparison.Ordinal))
            path = path[ApiOperation.BasePath.Length..];
        var body = operation.Body!.Example as System.Text.Json.Nodes.JsonObject;
        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            var schema = operation.Path.Single(p => p.Name == parameter.Name).Schema();
            var value = schema.Enum is { Count: > 0 } ? "station"
                : schema.Type == JsonSchemaType.Integer ? "1"
                : body?[parameter.Name]?.GetValue<string>() ?? "x1";
            path = path.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal);
        }

        return path;
    }
}
