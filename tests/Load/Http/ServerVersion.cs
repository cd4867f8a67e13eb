using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tocsin.Tests.Load.Http;

/// <summary>
/// Which build is measured, from where it says so: <c>tocsin_build_info</c> of the metrics that were named, else of the gateways' own; a
/// Tocsin that shows none says at least which contract it speaks, in its OpenAPI document.
/// </summary>
public static partial class ServerVersion
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    /// <summary>The versions, apart by commas where there are several; null where nothing says one.</summary>
    public static async Task<string?> ReadAsync(IReadOnlyList<Uri> gateways, IReadOnlyList<Uri> metrics, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(gateways);
        ArgumentNullException.ThrowIfNull(metrics);
        using var http = new HttpClient { Timeout = Within };
        var versions = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var page in metrics.Concat(gateways.Select(g => new Uri(g, "/metrics"))).Distinct())
            versions.UnionWith(Builds(await TextAsync(http, page, stop)));
        if (versions.Count > 0)
            return string.Join(", ", versions);
        return Contract(await TextAsync(http, new Uri(gateways[0], "/openapi/v1.json"), stop)) is { } contract
            ? $"contract {contract}"
            : null;
    }

    /// <summary>The versions on a page of metrics.</summary>
    public static IEnumerable<string> Builds(string page) => Build().Matches(page).Select(m => m.Groups["version"].Value);

    /// <summary>The version of an OpenAPI document; null where it is none.</summary>
    public static string? Contract(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            return json.RootElement.GetProperty("info").GetProperty("version").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<string> TextAsync(HttpClient http, Uri address, CancellationToken stop)
    {
        try
        {
            return await http.GetStringAsync(address, stop);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return "";
        }
    }

    [GeneratedRegex("""^tocsin_build_info\{[^}]*?\bversion="(?<version>[^"]+)"[^}]*\} 1""", RegexOptions.Multiline)]
    private static partial Regex Build();
}
