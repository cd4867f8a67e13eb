#!/usr/bin/env bash
# Orleans reads the bytes of a record as a class with the same members, and leaves every one of them empty without a word.
#
# One would guess: what counts on the wire are the alias of a type and the ids of its members; whether `record` or `class` stands
#   before its name is a matter of the language. At worst the reader throws.
# What happens: the same alias, ids, names and types, `record` on one side and `class` on the other: text is null, numbers are 0,
#   in both directions, and no exception. Records read each other as one would guess, positional or not, and a record struct
#   counts as a record.
# Seen with: Microsoft.Orleans.Serialization 10.4.2 on .NET 10. Needs: .NET SDK 10.
# Why it matters: to make a state or a message a record "for its equality" is a clean-up of one word. During the upgrade the
#   silos hand each other empty messages, and stored states come back empty.
# A product must: treat that word as part of the wire's contract, keep bytes of the last release as a test, and read them.
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
  <ItemGroup><PackageReference Include="Microsoft.Orleans.Sdk" Version="10.4.2" /></ItemGroup>
</Project>
END
cat >Program.cs <<'END'
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
var version = typeof(Serializer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
Console.WriteLine($"Orleans {version.Split(". Commit")[0]}");
TAfter Read<TBefore, TAfter>(TBefore before) => services.GetRequiredService<Serializer<TAfter>>()
    .Deserialize(services.GetRequiredService<Serializer<TBefore>>().SerializeToArray(before))!;
var positional = new PositionalRecord("P07", 2);
var record = new PlainRecord { Name = "P07", Priority = 2 };
var instance = new PlainClass { Name = "P07", Priority = 2 };

Show("record to class", Read<PlainRecord, PlainClass>(record));
Show("class to record", Read<PlainClass, PlainRecord>(instance));
Show("class to positional record", Read<PlainClass, PositionalRecord>(instance));
Show("positional record to class", Read<PositionalRecord, PlainClass>(positional));
Show("positional record to record", Read<PositionalRecord, PlainRecord>(positional));
Show("record to positional record", Read<PlainRecord, PositionalRecord>(record));
Show("record to record struct", Read<PlainRecord, PlainStruct>(record));
Show("class to record struct", Read<PlainClass, PlainStruct>(instance));

static void Show(string what, INamed read) => Console.WriteLine($"{what}: name {read.Name ?? "null"}, priority {read.Priority}");

interface INamed
{
    string? Name { get; }
    int Priority { get; }
}

[GenerateSerializer]
sealed record PositionalRecord([property: Id(0)] string? Name, [property: Id(1)] int Priority) : INamed;

[GenerateSerializer]
sealed record PlainRecord : INamed
{
    [Id(0)] public string? Name { get; init; }
    [Id(1)] public int Priority { get; init; }
}

[GenerateSerializer]
sealed class PlainClass : INamed
{
    [Id(0)] public string? Name { get; init; }
    [Id(1)] public int Priority { get; init; }
}

[GenerateSerializer]
readonly record struct PlainStruct : INamed
{
    [Id(0)] public string? Name { get; init; }
    [Id(1)] public int Priority { get; init; }
}
END
cat >expected <<'END'
Orleans 10.4.2
record to class: name null, priority 0
class to record: name null, priority 0
class to positional record: name null, priority 0
positional record to class: name null, priority 0
positional record to record: name P07, priority 2
record to positional record: name P07, priority 2
record to record struct: name P07, priority 2
class to record struct: name null, priority 0
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
