#!/usr/bin/env bash
# Orleans' serializer runs the initialisers of a record or class only if that has a public constructor without parameters.
#
# One would guess: `[Id(1)] public IReadOnlyList<string> Notes { get; init; } = [];` is an empty list where the bytes come from an
#   older version of the type, which had no such member: an initialiser belongs to the type, not to one of its constructors.
# What happens: it is so for a type with a public constructor without parameters, written or given by the compiler. For a
#   positional record, and for a class with any other constructor, the object is made without running a constructor: the member
#   that the bytes lack is null in spite of its type, a number is 0, and an ImmutableArray is `default`, which throws at its first
#   use. No attribute, no analyzer and no exception says so; `{ get; init; } = 5` reads as if nothing could be missing.
# Seen with: Microsoft.Orleans.Serialization 10.4.2 on .NET 10. Needs: .NET SDK 10.
# Why it matters: silos of two versions stand side by side in each upgrade, and hand each other messages and states. Members are
#   added to records with defaults; tests of one version never see the other's bytes.
# A product must: give every type of the wire to which members are added a public constructor without parameters, or fold the
#   default into the getter (`get => field ?? []`), and test each type on bytes that end before its later members.
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
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
var version = typeof(Serializer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
Console.WriteLine($"Orleans {version.Split(". Commit")[0]}");
TAfter Read<TBefore, TAfter>(TBefore before) => services.GetRequiredService<Serializer<TAfter>>()
    .Deserialize(services.GetRequiredService<Serializer<TBefore>>().SerializeToArray(before))!;
var record = new Before("P07");
var instance = new BeforeClass { Name = "P07" };

Show("positional record", Read<Before, Positional>(record));
Show("record with required members", Read<Before, Required>(record));
Show("class with a constructor of its own", Read<BeforeClass, OwnConstructor>(instance));
Show("class with a private constructor without parameters", Read<BeforeClass, PrivateConstructor>(instance));
Show("class without a constructor", Read<BeforeClass, Plain>(instance));
Show("positional record with a second, empty constructor", Read<Before, Both>(record));

static void Show(string what, ILater read)
{
    var stops = "can be read";
    try { _ = read.Stops.Length; }
    catch (NullReferenceException) { stops = "throws NullReferenceException"; }
    Console.WriteLine($"{what}: name {read.Name}, notes {(read.Notes is null ? "null" : $"{read.Notes.Count}")}, limit {read.Limit}, stops {stops}");
}

interface ILater
{
    string Name { get; }
    IReadOnlyList<string> Notes { get; }
    int Limit { get; }
    ImmutableArray<int> Stops { get; }
}

[GenerateSerializer]
sealed record Before([property: Id(0)] string Name);

[GenerateSerializer]
sealed class BeforeClass
{
    [Id(0)] public string Name { get; init; } = "";
}

[GenerateSerializer]
sealed record Positional([property: Id(0)] string Name) : ILater
{
    [Id(1)] public IReadOnlyList<string> Notes { get; init; } = [];
    [Id(2)] public int Limit { get; init; } = 5;
    [Id(3)] public ImmutableArray<int> Stops { get; init; } = [];
}

[GenerateSerializer]
sealed record Required : ILater
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public IReadOnlyList<string> Notes { get; init; } = [];
    [Id(2)] public int Limit { get; init; } = 5;
    [Id(3)] public ImmutableArray<int> Stops { get; init; } = [];
}

[GenerateSerializer]
sealed class OwnConstructor(string name) : ILater
{
    [Id(0)] public string Name { get; init; } = name;
    [Id(1)] public IReadOnlyList<string> Notes { get; init; } = [];
    [Id(2)] public int Limit { get; init; } = 5;
    [Id(3)] public ImmutableArray<int> Stops { get; init; } = [];
}

[GenerateSerializer]
sealed class PrivateConstructor : ILater
{
    private PrivateConstructor() { }
    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public IReadOnlyList<string> Notes { get; init; } = [];
    [Id(2)] public int Limit { get; init; } = 5;
    [Id(3)] public ImmutableArray<int> Stops { get; init; } = [];
}

[GenerateSerializer]
sealed class Plain : ILater
{
    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public IReadOnlyList<string> Notes { get; init; } = [];
    [Id(2)] public int Limit { get; init; } = 5;
    [Id(3)] public ImmutableArray<int> Stops { get; init; } = [];
}

[GenerateSerializer]
sealed record Both([property: Id(0)] string Name) : ILater
{
    public Both() : this("") { }
    [Id(1)] public IReadOnlyList<string> Notes { get; init; } = [];
    [Id(2)] public int Limit { get; init; } = 5;
    [Id(3)] public ImmutableArray<int> Stops { get; init; } = [];
}
END
cat >expected <<'END'
Orleans 10.4.2
positional record: name P07, notes null, limit 0, stops throws NullReferenceException
record with required members: name P07, notes 0, limit 5, stops can be read
class with a constructor of its own: name P07, notes null, limit 0, stops throws NullReferenceException
class with a private constructor without parameters: name P07, notes null, limit 0, stops throws NullReferenceException
class without a constructor: name P07, notes 0, limit 5, stops can be read
positional record with a second, empty constructor: name P07, notes 0, limit 5, stops can be read
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
