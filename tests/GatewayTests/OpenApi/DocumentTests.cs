using System.Text.Json;
using Microsoft.OpenApi;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.OpenApi;

public sealed class DocumentTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    [Fact]
    public async Task The_document_is_valid()
    {
        var read = OpenApiDocument.Parse(await Text(), "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal("Tocsin", read.Document!.Info.Title);
    }

    [Fact]
    public async Task It_has_every_route_of_the_contract_and_no_others()
    {
        var paths = (await Document()).GetProperty("paths");
        var there = paths.EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {path.Name}"))
            .Order()
            .ToArray();
        var expected = Route.All.Select(r => $"{r.Method} /api/v1{r.Template}")
            .Append("POST /dev/token")
            .Append("GET /console/settings")
            .Distinct()
            .Order()
            .ToArray();
        Assert.Equal(expected, there);
    }

    [Fact]
    public async Task Every_operation_says_its_body_its_answer_and_its_problems()
    {
        foreach (var (name, operation) in await Operations())
        {
            var responses = operation.GetProperty("responses");
            var good = responses.EnumerateObject().First(r => r.Name[0] == '2');
            Assert.True(good.Value.GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _), name);
            foreach (var status in new[] { "400", "503" })
                Assert.Equal("#/components/responses/Problem", responses.GetProperty(status).GetProperty("$ref").GetString());
            var hasBody = Route.WithBody.Any(r => name == $"{r.Method} /api/v1{r.Template}") || name == "POST /dev/token";
            Assert.Equal(hasBody, operation.TryGetProperty("requestBody", out var body));
            if (hasBody)
                Assert.True(
                    body.GetProperty("content").GetProperty("application/json").GetProperty("schema").TryGetProperty("type", out _), name);
            var isOpen = name is "POST /dev/token" or "GET /console/settings";
            Assert.Equal(isOpen ? 0 : 1, operation.GetProperty("security").GetArrayLength());
        }
    }

    [Fact]
    public async Task Bodies_and_answers_carry_limits_and_types()
    {
        var operations = await Operations();
        var create = operations["POST /api/v1/incidents"];
        var properties = create.GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema")
            .GetProperty("properties");
        Assert.Equal(4000, properties.GetProperty("narrative").GetProperty("maxLength").GetInt32());
        Assert.Equal(1, properties.GetProperty("priority").GetProperty("minimum").GetInt32());
        var answer = (await Document())
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("IncidentView")
            .GetProperty("properties");
        Assert.Equal("string", answer.GetProperty("id").GetProperty("type").GetString());
        Assert.Equal("date-time", answer.GetProperty("receivedAt").GetProperty("format").GetString());
        Assert.Contains("enRoute", answer.GetProperty("status").GetRawText() + (await Text()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_numbers_and_words_of_a_path_are_listed()
    {
        var schemas = (await Document()).GetProperty("components").GetProperty("schemas");
        foreach (var (view, number) in new[] { ("IncidentView", "version"), ("OverdueList", "total"), ("PolicyView", "version"), ("ChoiceView", "version") })
            Assert.Equal(
                "integer", schemas.GetProperty(view).GetProperty("properties").GetProperty(number).GetProperty("type").GetString());
        var level = (await Operations())["POST /api/v1/incidents/{id}/escalations/{level}/taking"]
            .GetProperty("parameters")
            .EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "level");
        Assert.Equal(
            ["station", "supervisor", "dutyCommander"],
            level.GetProperty("schema").GetProperty("enum").EnumerateArray().Select(w => w.GetString()));
    }

    [Fact]
    public async Task The_reference_page_needs_nothing_from_elsewhere()
    {
        var page = await fixture.Gateway.Http.GetStringAsync("/docs/", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"//", page, StringComparison.Ordinal);
        Assert.True(
            (await fixture.Gateway.Http.GetByteArrayAsync("/docs/scalar.js", TestContext.Current.CancellationToken)).Length > 100_000);
    }

    private async Task<Dictionary<string, JsonElement>> Operations() =>
        (await Document()).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(o => (Name: $"{o.Name.ToUpperInvariant()} {path.Name}", o.Value)))
            .ToDictionary(o => o.Name, o => o.Value);

    private async Task<JsonElement> Document() => JsonDocument.Parse(await Text()).RootElement;

    private Task<string> Text() => fixture.Gateway.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
}
