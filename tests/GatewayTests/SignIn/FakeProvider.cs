using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>An OIDC provider on a port of its own: its configuration, and its public key.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeProvider(WebApplication app) => _app = app;

    public RSA Key { get; private set; } = RSA.Create(2048);

    /// <summary>What its key is called.</summary>
    public string KeyId { get; private set; } = "k1";

    public string Address => _app.Urls.First();

    public static async Task<FakeProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new FakeProvider(app);
        app.MapGet(
            "/.well-known/openid-configuration",
            () => Results.Json(new { issuer = provider.Address, jwks_uri = provider.Address + "/jwks" }));
        app.MapGet("/jwks", () =>
        {
            var key = provider.Key.ExportParameters(false);
            return Results.Json(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        kid = provider.KeyId,
                        alg = "RS256",
                        n = Tokens.Encode(key.Modulus!),
                        e = Tokens.Encode(key.Exponent!),
                    },
                },
            });
        });
        await app.StartAsync();
        return provider;
    }

    /// <summary>A good token, with what is said about its claims.</summary>
    public string Token(params (string Name, object? Value)[] claims) =>
        Tokens.Make("RS256", KeyId, Tokens.Claims(Address, "tocsin", claims), Tokens.Rsa(Key));

    /// <summary>Changes its key for another one.</summary>
    public void ChangeKey()
    {
        Key.Dispose();
        (Key, KeyId) = (RSA.Create(2048), KeyId + "+");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Key.Dispose();
    }
}
