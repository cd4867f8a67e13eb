using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Consoles;

public sealed partial class ConsolePagesTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/calls")]
    [InlineData("/incidents/2611-x.y_z")]
    public async Task Every_address_of_the_app_answers_its_page_which_is_asked_for_anew_each_time(string path)
    {
        var reply = await Get(path);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("text/html", reply.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", reply.Headers.CacheControl!.ToString());
        Assert.Contains(
            "id=\"app\"", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/unit")]
    [InlineData("/unit/")]
    public async Task A_units_phone_gets_the_page_of_units_under_the_same_policy(string path)
    {
        var (unit, console) = (await Get(path), await Get("/"));
        Assert.Contains(
            "/unit.webmanifest", await unit.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "/unit.webmanifest", await console.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(console.Headers.GetValues("Content-Security-Policy"), unit.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("geolocation=(self)", Assert.Single(unit.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/unit-worker.js", "text/javascript")]
    [InlineData("/unit.webmanifest", "application/manifest+json")]
    public async Task What_keeps_the_page_of_units_is_asked_for_anew_each_time_and_is_no_page(string path, string type)
    {
        var reply = await Get(path);
        Assert.Equal((type, "no-cache"), (reply.Content.Headers.ContentType!.MediaType, reply.Headers.CacheControl!.ToString()));
        Assert.DoesNotContain(
            "id=\"app\"", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_run_our_own_scripts_only()
    {
        var reply = await Get("/");
        var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("style-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotMatch(InlineScript(), await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Files_with_a_hash_in_their_name_are_kept_for_ever_and_come_compressed()
    {
        var page = await fixture.Gateway.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var script = Script().Match(page).Groups["path"].Value;
        var plain = await Get(script);
        Assert.Equal("text/javascript", plain.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", plain.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        foreach (var encoding in new[] { "br", "gzip" })
        {
            var packed = await Get(script, r => r.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding)));
            Assert.Equal(encoding, Assert.Single(packed.Content.Headers.ContentEncoding));
            Assert.True(packed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength / 2);
        }
        var known = await Get(script, r => r.Headers.IfNoneMatch.Add(plain.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/assets/gone-12345678.js")]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/dev/nothing")]
    [InlineData("GET", "/console/nothing")]
    [InlineData("POST", "/incidents")]
    public async Task What_is_no_page_is_a_problem_and_never_a_page(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var reply = await fixture.Gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_settings_need_no_token()
    {
        var settings = JsonDocument.Parse(
            await fixture.Gateway.Http.GetStringAsync("/console/settings", TestContext.Current.CancellationToken)).RootElement;
        Assert.True(settings.GetProperty("signIn").GetProperty("dev").GetBoolean());
        Assert.Equal(JsonValueKind.Null, settings.GetProperty("signIn").GetProperty("authority").ValueKind);
        Assert.Equal("wgs84", settings.GetProperty("map").GetProperty("datum").GetString());
        Assert.Equal("UTC", settings.GetProperty("timeZone").GetString());
    }

    [Fact]
    public async Task A_map_and_a_provider_elsewhere_are_told_and_allowed()
    {
        await using var gateway = await TestGateway.Fake(
        [
            "--Tocsin:Console:TileUrl", "https://tiles.example:8443/{z}/{x}/{y}.png",
            "--Tocsin:Console:MapOrigins", "https://glyphs.example",
            "--Tocsin:Console:Datum", "gcj02",
            "--Tocsin:Console:Centre", "37.77,-122.42",
            "--Tocsin:Jwt:Authority", "https://sign-in.example/realm",
            "--Tocsin:Jwt:Audience", "tocsin",
        ]);
        var settings = JsonDocument.Parse(
            await gateway.Http.GetStringAsync("/console/settings", TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("https://sign-in.example/realm", settings.GetProperty("signIn").GetProperty("authority").GetString());
        Assert.Equal("tocsin-console", settings.GetProperty("signIn").GetProperty("clientId").GetString());
        Assert.Equal(-122.42, settings.GetProperty("map").GetProperty("centre").GetProperty("lon").GetDouble());
        var page = await gateway.Http.GetAsync("/", TestContext.Current.CancellationToken);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains(
            "connect-src 'self' https://tiles.example:8443 https://glyphs.example https://sign-in.example;",
            policy,
            StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data: blob: https://tiles.example:8443 https://glyphs.example;", policy, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Get(string path, Action<HttpRequestMessage>? adjust = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        adjust?.Invoke(request);
        return fixture.Gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"src=""(?<path>/assets/[^""]+\.js)""")]
    private static partial Regex Script();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)|<style|\son\w+=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
