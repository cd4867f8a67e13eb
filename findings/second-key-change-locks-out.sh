#!/usr/bin/env bash
# The second change of an identity provider's keys within five minutes locks everybody out.
#
# One would guess: JwtBearer reads the provider's keys again when a token names one that it does not know, and accepts the
#   token, so a change of keys is never noticed.
# What happens: the first token with the new key is refused (401): the keys are read after that, for the next request. And
#   they are read again at most once in RefreshInterval, 5 minutes: after a second change within that time every request of
#   everybody is 401, here for as long as watched, while the provider's new key is there to be read.
# Seen with: Microsoft.AspNetCore.Authentication.JwtBearer 10.0.15. Needs: .NET SDK 10.
# Why it matters: keys are changed twice in a row just when something is wrong (a leak, a botched change that is undone). The
#   consoles of a whole centre then sign out for minutes; each gateway for itself refuses its first request anyway.
# A product must: let clients try once more after a 401 with the same token; tell the provider's staff to publish a key
#   before it signs; set ConfigurationManager.RefreshInterval lower (its minimum is 1 s), and alarm on a jump of 401.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >app.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.AspNetCore.Authentication.JwtBearer" Version="[10.0.15]" />
  </ItemGroup>
</Project>
END
cat >Program.cs <<'END'
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

var published = Key("k1");
var fetched = 0;
var provider = Server();
await using var providerApp = provider.Build();
providerApp.MapGet("/jwks", () =>
{
    Interlocked.Increment(ref fetched);
    var p = published.Rsa.ExportParameters(false);
    return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = published.KeyId, n = Base64UrlEncoder.Encode(p.Modulus),
        e = Base64UrlEncoder.Encode(p.Exponent) } } });
});
var issuer = "";
providerApp.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer, jwks_uri = issuer + "/jwks" }));
await providerApp.StartAsync();
issuer = providerApp.Urls.First();

var gateway = Server();
gateway.Services.AddAuthorization();
gateway.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o =>
{
    o.Authority = issuer;
    o.RequireHttpsMetadata = false;
    o.TokenValidationParameters.ValidateAudience = false;
});
await using var gatewayApp = gateway.Build();
gatewayApp.UseAuthentication();
gatewayApp.UseAuthorization();
gatewayApp.MapGet("/", () => "ok").RequireAuthorization();
await gatewayApp.StartAsync();
using var client = new HttpClient { BaseAddress = new(gatewayApp.Urls.First()) };

Console.WriteLine($"JwtBearer {FileVersionInfo.GetVersionInfo(typeof(JwtBearerOptions).Assembly.Location).ProductVersion!.Split('+')[0]}");
Console.WriteLine($"first key: {await Ask()}, keys read {fetched}");
await Task.Delay(2000);
foreach (var change in new[] { "k2", "k3" })
{
    published = Key(change);
    var answers = new List<int>();
    var watch = Stopwatch.StartNew();
    while (watch.Elapsed < TimeSpan.FromSeconds(30) && !answers.Contains(200))
    {
        answers.Add(await Ask());
        await Task.Delay(300);
    }

    var refused = answers.Count(a => a == 401);
    var end = answers.Contains(200) ? "accepted" : "still refused after 30 s";
    Console.WriteLine($"changed to {change}: refused {(refused < 5 ? refused : "all")}, then {end}, keys read {fetched}");
}

async Task<int> Ask()
{
    var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Expires = DateTime.UtcNow.AddHours(1),
        SigningCredentials = new(published, SecurityAlgorithms.RsaSha256),
    });
    using var request = new HttpRequestMessage(HttpMethod.Get, "/");
    request.Headers.Authorization = new("Bearer", token);
    using var response = await client.SendAsync(request);
    return (int)response.StatusCode;
}

static RsaSecurityKey Key(string id) => new(RSA.Create(2048)) { KeyId = id };

static WebApplicationBuilder Server()
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.UseUrls("http://127.0.0.1:0");
    return builder;
}
END
cat >expected <<'END'
JwtBearer 10.0.15
first key: 200, keys read 1
changed to k2: refused 1, then accepted, keys read 2
changed to k3: refused all, then still refused after 30 s, keys read 2
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
