using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tocsin.Calling;
using Tocsin.Hosting;
using Tocsin.Live;
using Tocsin.Settings;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>A whole gateway on a port of its own, before a fake cluster or with a real silo inside.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private static readonly string[] Key = ["--Tocsin:DevKeyFile", DevSignIn.KeyFile];

    // One test asks more than a person does in a minute, and mostly without a token: the tests of the limits say which ones they want.
    private static readonly string[] Usual = [.. Key, "--Tocsin:RateLimit:PerSecond", "0"];

    private readonly WebApplication _app;
    private readonly string? _directory;
    private readonly ConcurrentDictionary<string, string> _tokens = new();

    private TestGateway(WebApplication app, FakeCluster? cluster, string? directory)
    {
        _app = app;
        _directory = directory;
        Cluster = cluster!;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        // One that listens everywhere is asked here.
        Address = new Uri(address.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal));
        // What is no ASCII must reach the gateway too: the client sends it only when it is told how.
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 };
        Http = new HttpClient(handler) { BaseAddress = Address, Timeout = Until.Cap };
    }

    /// <summary>The fake cluster; null when there is a real silo.</summary>
    public FakeCluster Cluster { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client without a token.</summary>
    public HttpClient Http { get; }

    /// <summary>Starts one before a fake cluster.</summary>
    public static async Task<TestGateway> Fake(
        string[]? args = null,
        Action<WebApplicationBuilder>? adjust = null,
        ILiveGrain? live = null,
        Action<FakeCluster>? prepare = null)
    {
        var cluster = new FakeCluster { Live = live };
        prepare?.Invoke(cluster);
        var directory = Directory.CreateTempSubdirectory("tocsin-gateway-").FullName;
        var app = GatewayApp.Build(
            ["--urls", "http://127.0.0.1:0", "--Tocsin:DataDirectory", directory, .. Usual, .. args ?? []],
            builder =>
            {
                builder.Logging.ClearProviders();
                adjust?.Invoke(builder);
            },
            (builder, _) =>
            {
                builder.Services.AddSingleton<IGrainFactory>(cluster);
                builder.Services.AddSingleton(new ClusterConnection(found: true, () => true));
            });
        await app.StartAsync();
        return new TestGateway(app, cluster, directory);
    }

    /// <summary>Starts one with a real silo inside, on an empty folder of its own.</summary>
    public static Task<TestGateway> Real(params string[] args) => Real(builder => builder.Logging.ClearProviders(), args);

    /// <summary>Starts one with a real silo inside, built a little differently; with its own log unless that is taken away.</summary>
    public static async Task<TestGateway> Real(Action<WebApplicationBuilder> adjust, params string[] args)
    {
        var directory = Directory.CreateTempSubdirectory("tocsin-gateway-").FullName;
        var app = GatewayApp.Build(
            ["--urls", "http://127.0.0.1:0", "--Tocsin:DataDirectory", directory, "--Tocsin:Demo", "false", .. Usual, .. args],
            adjust);
        await app.StartAsync();
        return new TestGateway(app, null, directory);
    }

    /// <summary>Starts one of a cluster, connected as it is told.</summary>
    public static async Task<TestGateway> Connected(Action<WebApplicationBuilder, GatewayOptions> connect, params string[] args)
    {
        var app = GatewayApp.Build(
            [
                "--urls", "http://127.0.0.1:0", "--Tocsin:Mode", "Cluster", "--Tocsin:DrainTime", "00:00:00",
                "--ConnectionStrings:Tocsin", "Host=127.0.0.1", .. args,
            ],
            builder => builder.Logging.ClearProviders(),
            connect);
        await app.StartAsync();
        return new TestGateway(app, null, null);
    }

    /// <summary>Starts one of a cluster whose database nobody answers for: it goes on starting for ever.</summary>
    public static async Task<TestGateway> Lonely(ILoggerProvider? log = null)
    {
        var app = GatewayApp.Build(
            [
                "--urls", "http://127.0.0.1:0", "--Tocsin:Mode", "Cluster", "--Tocsin:DevTokens", "true", "--Tocsin:DrainTime", "00:00:00",
                "--ConnectionStrings:Tocsin", "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=1", .. Key,
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                if (log is not null)
                    builder.Logging.AddProvider(log);
            });
        _ = app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features;
        await Until.HoldsAsync(
            "it listens", () => addresses.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not (null or "http://127.0.0.1:0"));
        return new TestGateway(app, null, null);
    }

    /// <summary>A token of <c>/dev/token</c>, the same for the same question.</summary>
    public async Task<string> Token(string role, string subject = "wang", string? unit = null, string? station = null)
    {
        var question = $"{role}|{subject}|{unit}|{station}";
        if (_tokens.TryGetValue(question, out var known))
            return known;
        using var response = await DevSignIn.AskAsync(Http, new { subject, role, unitId = unit, station });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return _tokens[question] = answer.GetProperty("token").GetString()!;
    }

    /// <summary>Somebody who is signed in.</summary>
    public async Task<Person> As(string role, string subject = "wang", string? unit = null, string? station = null) =>
        new(this, await Token(role, subject, unit ?? (role == "unit" ? "U1" : null), station ?? (role == "station" ? "S1" : null)));

    /// <summary>Somebody with a token that was made elsewhere.</summary>
    public Person With(string? token) => new(this, token);

    /// <summary>Tells it to stop, and waits until it has.</summary>
    public Task Stop() => _app.StopAsync();

    /// <summary>A service of the gateway.</summary>
    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Sends a request.</summary>
    internal Task<HttpResponseMessage> Send(
        HttpRequestMessage request, string? token, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return Http.SendAsync(request, until);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_directory is not null)
            Directory.Delete(_directory, recursive: true);
    }
}
