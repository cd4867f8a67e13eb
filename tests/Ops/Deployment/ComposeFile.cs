using System.Text.Json.Nodes;
using Tocsin.Tests.Ops.Tools;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Ops.Deployment;

/// <summary><c>ops/compose.yaml</c>, checked against the published schema, merged, its variables filled in.</summary>
internal sealed record ComposeFile(JsonObject Root)
{
    /// <summary>Where it is.</summary>
    public static string FilePath { get; } = Path.Combine(Checkout.Root, "ops/compose.yaml");

    /// <summary>The services, by name.</summary>
    public IEnumerable<(string Name, JsonObject Service)> Services =>
        Root["services"]!.AsObject().Select(s => (s.Key, s.Value!.AsObject()));

    /// <summary>Reads it.</summary>
    public static async Task<ComposeFile> ReadAsync()
    {
        var (code, output) = await NodeTool.RunAsync("compose-schema.mjs", [FilePath]);
        Assert.True(code == 0, output);
        return new ComposeFile(JsonNode.Parse(output)!.AsObject());
    }

    /// <summary>A list of a service; empty where there is none.</summary>
    public static IReadOnlyList<string> List(JsonObject service, string key) => service[key] switch
    {
        JsonArray list => [.. list.Select(i => i!.ToString())],
        JsonObject named => [.. named.Select(n => n.Key)],
        _ => [],
    };

    /// <summary>The environment of a service.</summary>
    public static IReadOnlyDictionary<string, string> Environment(JsonObject service) =>
        service["environment"]?.AsObject().ToDictionary(e => e.Key, e => e.Value!.ToString()) ?? [];
}
