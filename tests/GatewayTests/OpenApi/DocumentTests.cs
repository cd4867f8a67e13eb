using Microsoft.OpenApi;
using Tocsin.Live;
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
        var there = (await Document.OfAsync(fixture.Gateway)).Operations.Keys.Order().ToArray();
        string[] contract = [.. Route.All.Select(r => $"{r.Method} /api/v1{r.Template}"), "POST /dev/token", "GET /console/settings"];
        var expected = contract.Distinct().Order().ToArray();
        Assert.Equal(expected, there);
    }

    [Fact]
    public async Task Every_operation_says_its_body_its_answer_and_its_problems()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        foreach (var (name, operation) in document.Operations)
        {
            var responses = operation.GetProperty("responses");
            var good = responses.EnumerateObject().First(r => r.Name[0] == '2');
            var media = name == "GET /api/v1/feed" ? "text/event-stream" : "application/json";
            Assert.True(good.Value.GetProperty("content").GetProperty(media).TryGetProperty("schema", out _), name);
            foreach (var status in new[] { "400", "503" })
                Assert.Equal("#/components/responses/Problem", responses.GetProperty(status).GetProperty("$ref").GetString());
            var hasBody = Route.WithBody.Any(r => name == $"{r.Method} /api/v1{r.Template}") || name == "POST /dev/token";
            Assert.Equal(hasBody, Document.BodyOf(operation) is not null);
            if (hasBody)
                Assert.True(document.Resolve(Document.BodyOf(operation)!.Value.GetProperty("schema")).TryGetProperty("type", out _), name);
            var isOpen = name is "POST /dev/token" or "GET /console/settings";
            Assert.Equal(isOpen ? 0 : 1, operation.GetProperty("security").GetArrayLength());
        }
    }

    [Fact]
    public async Task Bodies_and_answers_carry_limits_and_types()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        var create = Document.BodyOf(document.Operations["POST /api/v1/incidents"])!.Value.GetProperty("schema");
        var properties = document.Resolve(create).GetProperty("properties");
        Assert.Equal(4000, properties.GetProperty("narrative").GetProperty("maxLength").GetInt32());
        Assert.Equal(1, properties.GetProperty("priority").GetProperty("minimum").GetInt32());
        var answer = document.Schemas.GetProperty("IncidentView").GetProperty("properties");
        Assert.Equal("string", answer.GetProperty("id").GetProperty("type").GetString());
        Assert.Equal("date-time", answer.GetProperty("receivedAt").GetProperty("format").GetString());
        Assert.Contains("enRoute", answer.GetProperty("status").GetRawText() + (await Text()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_has_a_list_for_each_section()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        var board = document.Schemas.GetProperty("BoardAnswer");
        var required = board.GetProperty("required").EnumerateArray().Select(name => name.GetString());
        Assert.All(BoardSections.All, s =>
        {
            Assert.Contains(s.Section.Name, required);
            var list = board.GetProperty("properties").GetProperty(s.Section.Name);
            Assert.Equal(s.Section.Item.Name, Document.NameOf(list.GetProperty("items")));
        });
    }

    [Fact]
    public async Task Numbers_are_numbers_and_words_of_a_path_are_listed()
    {
        var document = await Document.OfAsync(fixture.Gateway);
        foreach (var view in new[] { "IncidentView", "PolicyView", "ChoiceView" })
            AssertInteger(document, view, "version");
        AssertInteger(document, "OverdueList", "total");
        var level = document.Operations["POST /api/v1/incidents/{id}/escalations/{level}/taking"]
            .GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "level");
        var words = level.GetProperty("schema").GetProperty("enum").EnumerateArray().Select(w => w.GetString());
        Assert.Equal(["station", "supervisor", "dutyCommander"], words);
    }

    [Fact]
    public async Task The_reference_page_needs_nothing_from_elsewhere()
    {
        var page = await fixture.Gateway.Http.GetStringAsync("/docs/", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"//", page, StringComparison.Ordinal);
        var script = await fixture.Gateway.Http.GetByteArrayAsync("/docs/scalar.js", TestContext.Current.CancellationToken);
        Assert.True(script.Length > 100_000);
    }

    /// <summary>In Chromium: <c>tests/Browser/ReferencePageTests.cs</c>.</summary>
    [Fact]
    public async Task The_reference_page_runs_in_a_sandbox_and_offers_nothing_of_its_makers()
    {
        using var answer = await fixture.Gateway.Http.GetAsync("/docs/", TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Contains("sandbox allow-scripts", policy);
        Assert.Contains("connect-src 'self'", policy);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string[] offers = ["\"agent\":{\"disabled\":true}", "\"mcp\":{\"disabled\":true}", "\"telemetry\":false", "\"proxyUrl\":\"\""];
        foreach (var off in offers)
            Assert.Contains(off, page.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reference_page_is_there_only_where_it_is_configured()
    {
        string[] cluster = ["--Tocsin:Mode", "Cluster", "--ConnectionStrings:Tocsin", "Host=127.0.0.1", "--Tocsin:DevTokens", "true"];
        Assert.Equal(404, await StatusAsync(cluster));
        Assert.Equal(200, await StatusAsync([.. cluster, "--Tocsin:Docs", "true"]));
        Assert.Equal(404, await StatusAsync(["--Tocsin:Docs", "false"]));

        static async Task<int> StatusAsync(string[] args)
        {
            await using var gateway = await TestGateway.Fake(args);
            using var answer = await gateway.Http.GetAsync("/docs/", TestContext.Current.CancellationToken);
            Assert.True((await gateway.Http.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
            return (int)answer.StatusCode;
        }
    }

    private static void AssertInteger(Document document, string schema, string property) => Assert.Equal(
        "integer",
        document.Schemas.GetProperty(schema).GetProperty("properties").GetProperty(property).GetProperty("type").GetString());

    private Task<string> Text() => fixture.Gateway.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
}
