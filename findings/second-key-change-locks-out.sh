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
#   before it signs; set JwtBearerOptions.RefreshInterval to some seconds, and alarm on a jump of 401.
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

Console.WriteLine($"JwtBearer {FileVersionInfo.GetVersionInfo(typeof(JwtBearerOptions).Assembly.Location).ProductVersion!.Split('+')[0]}");
await Run("RefreshInterval as it comes", null);
await Run("RefreshInterval 1 s", TimeSpan.FromSeconds(1));

async Task Run(string what, TimeSpan? refreshInterval)
{
    var gateway = Server();
    gateway.Services.AddAuthorization();
    gateway.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o =>
    {
        o.Authority = issuer;
        o.RequireHttpsMetadata = false;
        o.TokenValidationParameters.ValidateAudience = false;
        o.RefreshInterval = refreshInterval ?? o.RefreshInterval;
    });
    await using var app = gateway.Build();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapGet("/", () => "ok").RequireAuthorization();
    await app.StartAsync();
    using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
    var before = fetched;
    Console.WriteLine($"{what}: first key {await AskAsync(client)}");
    foreach (var change in new[] { "first", "second" })
    {
        await Task.Delay(2000);
        published = Key(Guid.NewGuid().ToString());
        var answers = new List<int>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(12) && !answers.Contains(200))
        {
            answers.Add(await AskAsync(client));
            await Task.Delay(300);
        }

        var refused = answers.Count(a => a == 401);
        var end = answers.Contains(200) ? "then accepted" : "for all 12 s";
        Console.WriteLine($"  {change} change: refused {(refused is > 0 and < 6 ? "at first" : refused == 0 ? "never" : "always")}, {end}, "
            + $"keys read {fetched - before} times");
    }
}

async Task<int> AskAsync(HttpClient client)
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
RefreshInterval as it comes: first key 200
  first change: refused at first, then accepted, keys read 2 times
  second change: refused always, for all 12 s, keys read 2 times
RefreshInterval 1 s: first key 200
  first change: refused at first, then accepted, keys read 2 times
  second change: refused at first, then accepted, keys read 3 times
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
