#!/usr/bin/env bash
# Lib.Net.Http.WebPush hides a refusal by waiting, and lets an order to a unit live for four weeks.
#
# One would guess: a push service that says 429 gives an exception, as its 404 and 410 do, and a message without a TTL is
#   delivered now or soon.
# What happens: AutoRetryAfter is true and MaxRetriesAfter 0, which means without end: the call sleeps for as long as
#   Retry-After says, and tries again, however often. Nothing is told; the caller's task just does not end. The TTL is
#   2,419,200 s: a telephone that is switched on after its holiday is sent to an incident of last month. Urgency is not sent
#   (so: normal, and a telephone that saves power may leave it for later).
# Seen with: Lib.Net.Http.WebPush 3.3.1, against a push service of its own on loopback. Needs: .NET SDK 10.
# Why it matters: the telephone that lies in a pocket is told of its assignment by push. One user's 429 blocks the queue of all.
# A product must: set AutoRetryAfter = false and keep its own time; TimeToLive = the seconds for which the order is worth
#   anything; Urgency = High; Topic = the incident, so that a later order replaces an earlier one.
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
    <PackageReference Include="Lib.Net.Http.WebPush" Version="[3.3.1]" />
  </ItemGroup>
</Project>
END
cat >Program.cs <<'END'
using System.Diagnostics;
using System.Security.Cryptography;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
await using var service = builder.Build();
var requests = 0;
var refusals = 3;
IHeaderDictionary last = new HeaderDictionary();
service.MapPost("/push", (HttpContext context) =>
{
    last = new HeaderDictionary(context.Request.Headers.ToDictionary());
    if (++requests > refusals)
        return Results.StatusCode(201);
    context.Response.Headers.RetryAfter = "3";
    return Results.StatusCode(429);
});
await service.StartAsync();

using var telephone = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
using var centre = ECDsa.Create(ECCurve.NamedCurves.nistP256);
var keys = centre.ExportParameters(true);
var subscription = new PushSubscription { Endpoint = service.Urls.First() + "/push" };
subscription.SetKey(PushEncryptionKeyName.P256DH, Text(Public(telephone.ExportParameters(false).Q)));
subscription.SetKey(PushEncryptionKeyName.Auth, Text(new byte[16]));
var client = new PushServiceClient(new HttpClient())
{
    DefaultAuthentication = new VapidAuthentication(Text(Public(keys.Q)), Text(keys.D!)) { Subject = "mailto:duty@centre.example" },
};

Console.WriteLine($"WebPush {typeof(PushServiceClient).Assembly.GetName().Version}");
Console.WriteLine($"AutoRetryAfter {client.AutoRetryAfter}, MaxRetriesAfter {client.MaxRetriesAfter}");
await Try("three times 429, Retry-After 3 s");
Console.WriteLine($"requests {requests}, TTL {last["TTL"]}, urgency '{last["Urgency"]}'");
client.AutoRetryAfter = false;
(requests, refusals) = (0, 1);
await Try("AutoRetryAfter false");

async Task Try(string what)
{
    var watch = Stopwatch.StartNew();
    var end = "no exception";
    try
    {
        await client.RequestPushMessageDeliveryAsync(subscription, new PushMessage("P07: 太行路 12 号"));
    }
    catch (PushServiceClientException e)
    {
        end = $"{e.GetType().Name} {(int)e.StatusCode}";
    }

    Console.WriteLine($"{what}: {end}, {(watch.Elapsed.TotalSeconds >= 8.5 ? "after all the waiting" : "at once")}");
}

static byte[] Public(ECPoint point) => [4, .. point.X!, .. point.Y!];

static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
END
cat >expected <<'END'
WebPush 3.3.1.0
AutoRetryAfter True, MaxRetriesAfter 0
three times 429, Retry-After 3 s: no exception, after all the waiting
requests 4, TTL 2419200, urgency ''
AutoRetryAfter false: PushServiceClientException 429, at once
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
