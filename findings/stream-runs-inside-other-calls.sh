#!/usr/bin/env bash
# The body of an Orleans IAsyncEnumerable method runs in the middle of other calls of its grain.
#
# One would guess: a grain that is not reentrant does one call at a time. A method that streams results is such a call: it
#   waits until a running one is over, as a plain method of the same interface does.
# What happens: each step of the enumeration is a message that always interleaves. The body, which reads the grain's fields,
#   runs while another call of the grain awaits something, and sees what that call has changed so far. The plain call waits.
#   In reverse, other calls run between two steps: a list of things that change is not of one moment.
# Seen with: Microsoft.Orleans.Server 10.4.2. Needs: .NET SDK 10.
# Why it matters: a stream of a board, of a trail, of open directives, out of a grain that is in the middle of an append: a unit
#   is on no incident, or on two, in what the reader was given.
# A product must: take an immutable snapshot in one step (a field that is replaced whole after the await) and stream from
#   that, or answer pages with a position from plain methods.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >app.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Orleans.Server" Version="[10.4.2]" />
    <PackageReference Include="Microsoft.Orleans.TestingHost" Version="[10.4.2]" />
  </ItemGroup>
</Project>
END
cat >Program.cs <<'END'
using System.Diagnostics;
using Orleans.TestingHost;

var builder = new InProcessTestClusterBuilder(1);
await using var cluster = builder.Build();
await cluster.DeployAsync();
var version = FileVersionInfo.GetVersionInfo(typeof(IGrain).Assembly.Location).ProductVersion!;
Console.WriteLine($"Orleans {version.Split([' ', '+'])[0].TrimEnd('.')}");

var roster = cluster.Client.GetGrain<IRoster>("county");
Console.WriteLine($"units at rest: {await roster.Count()}");
var move = roster.MoveSlowly();
await Task.Delay(500);
var plain = roster.Count();
var watch = Stopwatch.StartNew();
await foreach (var count in roster.Stream())
    Console.WriteLine($"stream during the move: {count}");
var answer = await plain;
Console.WriteLine($"plain call during the move: {answer}, answered {(watch.Elapsed.TotalSeconds > 2 ? "after it" : "at once")}");
await move;

var seen = new List<int>();
await foreach (var count in roster.Stream().WithBatchSize(1))
{
    seen.Add(count);
    await roster.Add();
}

Console.WriteLine($"one stream, others' calls between its steps: {string.Join(" ", seen)}");

public interface IRoster : IGrainWithStringKey
{
    Task<int> Count();
    Task MoveSlowly();
    Task Add();
    IAsyncEnumerable<int> Stream();
}

public class Roster : Grain, IRoster
{
    private int _available = 10, _busy;

    public Task<int> Count() => Task.FromResult(_available + _busy);

    public async Task MoveSlowly()
    {
        _available--;
        await Task.Delay(3000); // an append to the journal
        _busy++;
    }

    public Task Add()
    {
        _available++;
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<int> Stream()
    {
        for (var i = 0; i < 3; i++)
        {
            yield return _available + _busy;
            await Task.Yield();
        }
    }
}
END
cat >expected <<'END'
Orleans 10.4.2
units at rest: 10
stream during the move: 9
stream during the move: 9
stream during the move: 9
plain call during the move: 10, answered after it
one stream, others' calls between its steps: 10 11 12
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
