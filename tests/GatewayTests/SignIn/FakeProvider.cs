using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>
/// An OIDC provider on a port of its own: its configuration, and its public key. It can be stopped, frozen, and change its key.
/// </summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private WebApplication _app = null!;
    private TaskCompletionSource _running = Completed();
    private int _asked;

    /// <summary>The key that it signs with.</summary>
    public RSA Key { get; private set; } = RSA.Create(2048);

    /// <summary>The id of that key.</summary>
    public string KeyId { get; private set; } = "k1";

    public string Address { get; private set; } = "";

    /// <summary>How often its configuration was asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public static async Task<FakeProvider> Start()
    {
        var provider = new FakeProvider();
        await provider.ListenAsync("http://127.0.0.1:0");
        return provider;
    }

    /// <summary>Nobody listens any more.</summary>
    public async Task StopAsync() => await _app.DisposeAsync();

    /// <summary>Listens where it did before.</summary>
    public Task StartAgainAsync() => ListenAsync(Address);

    /// <summary>It accepts connections, and answers nothing.</summary>
    public void Freeze() => _running = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>It answers again.</summary>
    public void Thaw() => _running.TrySetResult();

    /// <summary>From now on it signs with another key, and the old one is not good any more.</summary>
    public RSA Rotate(string keyId)
    {
        Key.Dispose();
        (Key, KeyId) = (RSA.Create(2048), keyId);
        return Key;
    }

    /// <summary>A good token, with what is said about its claims.</summary>
    public string Token(params (string Name, object? Value)[] claims) => Token(Key, KeyId, claims);

    /// <summary>A token that is signed with a key of that id.</summary>
    public string Token(RSA key, string keyId, params (string Name, object? Value)[] claims) =>
        Tokens.Make("RS256", keyId, Tokens.Claims(Address, "tocsin", claims), Tokens.Rsa(key));

    public async ValueTask DisposeAsync()
    {
        Thaw();
        await _app.DisposeAsync();
        Key.Dispose();
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }

    private async Task ListenAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add(address);
        _app.MapGet("/.well-known/openid-configuration", async (HttpContext http) =>
        {
            Interlocked.Increment(ref _asked);
            await _running.Task.WaitAsync(http.RequestAborted);
            return Results.Json(new { issuer = Address, jwks_uri = Address + "/jwks" });
        });
        _app.MapGet("/jwks", () => Results.Json(new { keys = new[] { PublicKey() } }));
        await _app.StartAsync();
        Address = _app.Urls.First();
    }

    private object PublicKey()
    {
        var key = Key.ExportParameters(false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = KeyId,
            alg = "RS256",
            n = Tokens.Encode(key.Modulus!),
            e = Tokens.Encode(key.Exponent!),
        };
    }
}
