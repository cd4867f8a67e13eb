using System.Text.RegularExpressions;

namespace Tocsin.Tests.Tidy;

/// <summary>What crosses a wire or is stored keeps its name for ever.</summary>
public sealed partial class ContractRules
{
    [Fact]
    public void Whatever_is_serialised_has_an_alias() => Assert.Empty(Repository.Sources("Grains.Interfaces", "Grains")
        .SelectMany(f => Serialised().Matches(Repository.Read(f))
            .Where(m => !m.Value.Contains("Alias(", StringComparison.Ordinal))
            .Select(m => $"{f}: {m.Value}")));

    [Fact]
    public void No_alias_is_used_twice() => Assert.Empty(Repository.Sources("Grains.Interfaces", "Grains")
        .SelectMany(f => TypeAlias().Matches(Repository.Read(f)).Select(m => m.Groups["alias"].Value))
        .GroupBy(alias => alias)
        .Where(g => g.Count() > 1)
        .Select(g => g.Key));

    [Fact]
    public void Every_grain_interface_and_method_has_an_alias() => Assert.Empty(Repository.Sources("Grains.Interfaces", "Grains")
        .Select(f => (File: f, Text: Repository.Read(f)))
        .Where(f => GrainInterface().IsMatch(f.Text))
        .SelectMany(f => GrainMethod().Matches(f.Text)
            .Where(m => !m.Groups["attributes"].Value.Contains("Alias(", StringComparison.Ordinal))
            .Select(m => $"{f.File}: {m.Groups["name"].Value}")));

    /// <summary>The grain type is not part of the storage key: two grain types with one state name would share their rows.</summary>
    [Fact]
    public void Every_stored_state_has_a_name_of_its_own() => Assert.Empty(Repository.Sources("Grains", "Silo")
        .SelectMany(f => PersistentState().Matches(Repository.Read(f)).Select(m => m.Groups["name"].Value))
        .GroupBy(name => name)
        .Where(g => g.Count() > 1)
        .Select(g => g.Key));

    /// <summary>The gateway enforces the limits that the contract names: it may have more of its own, never other ones.</summary>
    [Fact]
    public void The_gateway_keeps_the_limits_of_the_contract()
    {
        var named = Limits("Grains.Interfaces/Limits/ContractLimits.cs");
        var kept = Limits("Gateway/Settings/GatewayLimits.cs");

        Assert.NotEmpty(named);
        Assert.Empty(kept
            .Where(k => named.TryGetValue(k.Key, out var value) && k.Value != value && k.Value != $"ContractLimits.{k.Key}")
            .Select(k => $"{k.Key} = {k.Value}"));
    }

    private static Dictionary<string, string> Limits(string file) => Limit()
        .Matches(Repository.Read(file))
        .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);

    [GeneratedRegex(@"public (?:const|static readonly) \w+ (?<name>\w+) = (?<value>[^;]+);")]
    private static partial Regex Limit();

    [GeneratedRegex(@"\[[^\]\n]*GenerateSerializer[^\n]*")]
    private static partial Regex Serialised();

    [GeneratedRegex(@"Alias\(""(?<alias>tocsin\.[^""]+)""\)")]
    private static partial Regex TypeAlias();

    [GeneratedRegex(@"interface I\w+ : I(Grain|Stream)\w*")]
    private static partial Regex GrainInterface();

    [GeneratedRegex(@"(?<attributes>(?:    \[[^\n]*\]\n)*)    (?:Value)?Task(?:<[^\n]+>)? (?<name>\w+)\(")]
    private static partial Regex GrainMethod();

    [GeneratedRegex(@"\[PersistentState\(""(?<name>[^""]+)""|const string StateName = ""(?<name>[^""]+)""")]
    private static partial Regex PersistentState();
}
