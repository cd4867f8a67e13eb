#!/usr/bin/env bash
# TypedResults.ServerSentEvents answers nothing, not even its status, until the first event.
#
# One would guess: the response begins at once, so an EventSource is "open" when it is connected, and a console can show that.
# What happens: the status and the headers leave with the first item. On a quiet night the client waits for a response: an
#   EventSource stays CONNECTING, a client with a time-out for headers gives up, a proxy answers 504 after its own. There is no
#   heartbeat either. One item that the caller yields first cures it.
# Seen with: ASP.NET Core 10 (the shared framework of the SDK), HttpClient. Needs: .NET SDK 10.
# Why it matters: "no connection" and "nothing happens" look alike just when nothing happens; a reconnect that takes the place
#   of the waiting request loses nothing, but the operator sees red all night.
# A product must: write a comment or a first event (the position) at once, and a heartbeat after it.
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
</Project>
END
cat >Program.cs <<'END'
using System.Diagnostics;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
await using var app = builder.Build();
app.MapGet("/quiet", () => TypedResults.ServerSentEvents(Events(6), "position"));
app.MapGet("/greeted", () => TypedResults.ServerSentEvents(Greeted(), "position"));
await app.StartAsync();
Console.WriteLine($".NET {Environment.Version.Major}");

using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
await Ask("/quiet", "first event after 6 s");
await Ask("/greeted", "an event at once");

async Task Ask(string path, string what)
{
    var watch = Stopwatch.StartNew();
    using var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
    Console.WriteLine($"{what}: status and headers {(watch.Elapsed.TotalSeconds > 5 ? "with the first event" : "at once")}");
}

static async IAsyncEnumerable<string> Events(int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    yield return "1";
}

static async IAsyncEnumerable<string> Greeted()
{
    yield return "0";
    await foreach (var item in Events(6))
        yield return item;
}
END
cat >expected <<'END'
.NET 10
first event after 6 s: status and headers with the first event
an event at once: status and headers at once
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
