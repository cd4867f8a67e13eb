#!/usr/bin/env bash
# Kestrel's `Date` is up to two seconds behind its own clock, and by how much is decided by when the process started.
#
# One would guess: `Date` is the time of the answer cut to whole seconds, so the server's clock was in [Date, Date + 1 s), and the
#   overlap of many answers tells a client the server's clock to a few milliseconds (as NTP-less web clients do).
# What happens: the header is a text that a timer renews once a second. A server that started at .9 of a second renews it at .9:
#   it cuts off 0.9 s, and the text then stands for a second. Every answer is 0.9 to 1.9 s behind, for as long as it runs; one that
#   started at .1 is 0.1 to 1.1 s behind. The overlap of many answers converges, on a wrong time, or is empty.
# Seen with: ASP.NET Core 10 (the shared framework of the SDK). Needs: .NET SDK 10.
# Why it matters: a console that corrects its clock by `Date` tells the times of presses up to a second too early: before what they
#   follow.
# A product must: say its time in a header of its own, in milliseconds.
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
Console.WriteLine($".NET {Environment.Version.Major}");
foreach (var phase in new[] { 100, 850 })
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.UseUrls("http://127.0.0.1:0");
    await using var app = builder.Build();
    app.MapGet("/", () => "");
    await Task.Delay((1000 + phase - DateTime.UtcNow.Millisecond) % 1000);
    await app.StartAsync();
    using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
    await client.GetAsync("/");
    var (least, most) = (double.MaxValue, 0d);
    for (var i = 0; i < 300; i++)
    {
        using var answer = await client.GetAsync("/");
        var behind = (DateTimeOffset.UtcNow - answer.Headers.Date!.Value).TotalSeconds;
        (least, most) = (Math.Min(least, behind), Math.Max(most, behind));
        await Task.Delay(15);
    }
    Console.Error.WriteLine($"started at {phase} ms of a second: {least:0.00} to {most:0.00} s behind");
    // The first server is there to be warm for the second.
    if (phase > 500)
        Console.WriteLine(most > 1.5 ? "more than 1.5 s behind" : "at most 1.5 s behind");
}
END
cat >expected <<'END'
.NET 10
more than 1.5 s behind
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
