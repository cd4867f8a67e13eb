using System.Text.RegularExpressions;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.GatewayTests.OpenApi;

namespace Tocsin.Tests.GatewayTests.Answers;

/// <summary>Headers that every answer has, whatever it is.</summary>
public sealed partial class SecurityHeaderTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Each with and without a token, without a body: that is every route, and 400, 401, 403, 404 and 415 of many.</summary>
    [Fact]
    public async Task Every_route_of_the_document_has_them()
    {
        var operations = (await Document.OfAsync(fixture.Gateway)).Operations.Keys.ToList();
        Assert.True(operations.Count > 60, $"{operations.Count}");
        string?[] tokens = [null, await fixture.Gateway.Token("admin"), await fixture.Gateway.Token("supervisor"), "no token"];
        foreach (var token in tokens)
        {
            foreach (var operation in operations)
                await AskAsync(fixture.Gateway, operation.Split(' ')[0], Parameter().Replace(operation.Split(' ')[1], "x1"), token);
        }
    }

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/", 200)]
    [InlineData("GET", "/incidents/x1", 200)]
    [InlineData("GET", "/unit", 200)]
    [InlineData("GET", "/unit-worker.js", 200)]
    [InlineData("GET", "/icon.svg", 200)]
    [InlineData("GET", "/assets/none.js", 404)]
    [InlineData("GET", "/healthz/live", 200)]
    [InlineData("GET", "/healthz/ready", 200)]
    [InlineData("GET", "/metrics", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/docs", 200)]
    [InlineData("GET", "/docs/", 200)]
    [InlineData("GET", "/docs/scalar.js", 200)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("POST", "/nothing", 404)]
    [InlineData("DELETE", "/api/v1/incidents", 405)]
    [InlineData("TRACE", "/api/v1/incidents", 405)]
    public async Task What_is_no_route_of_the_document_has_them_too(string method, string path, int status) =>
        Assert.Equal(status, await AskAsync(fixture.Gateway, method, path, null));

    [Fact]
    public async Task Failures_have_them()
    {
        await using var gateway = await TestGateway.Fake(["--Tocsin:RateLimit:PerSecond", "1", "--Tocsin:RateLimit:Burst", "3"]);
        var token = await gateway.Token("supervisor");
        gateway.Cluster.OnRead = _ => throw new InvalidOperationException("A fault of the program.");
        Assert.Equal(500, await AskAsync(gateway, "GET", "/api/v1/incidents/i1", token));
        gateway.Cluster.OnRead = _ => throw new Tocsin.Journal.JournalUnavailableException();
        Assert.Equal(503, await AskAsync(gateway, "GET", "/api/v1/incidents/i1", token));
        var last = 0;
        for (var i = 0; i < 8; i++)
            last = await AskAsync(gateway, "GET", "/api/v1/units", null);
        Assert.Equal(429, last);
    }

    [Fact]
    public async Task Only_pages_may_run_scripts()
    {
        foreach (var path in new[] { "/api/v1/units", "/openapi/v1.json", "/metrics", "/healthz/live", "/docs/scalar.js" })
        {
            using var answer = await fixture.Gateway.Http.GetAsync(path, Cancellation);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        }
    }

    /// <summary>Asks, judges the headers, and gives the status.</summary>
    private static async Task<int> AskAsync(TestGateway gateway, string method, string path, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        // The feed does not end.
        using var answer = await gateway.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        var what = $"{method} {path}: {(int)answer.StatusCode}";
        Assert.True(Has("X-Content-Type-Options", "nosniff"), what);
        Assert.True(Has("Referrer-Policy", "no-referrer"), what);
        Assert.True(
            answer.Headers.TryGetValues("Content-Security-Policy", out var policy)
                && policy.Single().Split("; ").Contains("frame-ancestors 'none'"),
            what);
        return (int)answer.StatusCode;

        bool Has(string name, string value) =>
            answer.Headers.TryGetValues(name, out var values) && values.SequenceEqual([value]);
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
