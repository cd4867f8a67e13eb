using System.Globalization;
using System.Text.Json.Nodes;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Support.Watching;

/// <summary>
/// A real Prometheus on a free port, with the very configuration and rules of <c>ops/prometheus</c>; only its lists of targets are others,
/// as they are in each centre.
/// </summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly BackgroundProgram _program;
    private readonly HttpClient _http;

    private PrometheusServer(DirectoryInfo folder, BackgroundProgram program, Uri url) =>
        (_folder, _program, _http) = (folder, program, new HttpClient { BaseAddress = url });

    /// <summary>Where it answers.</summary>
    public Uri Url => _http.BaseAddress!;

    /// <summary>What it wrote.</summary>
    public string Output => _program.Output;

    /// <summary>Starts one.</summary>
    /// <param name="targets">What it looks at, by the name of the list (<c>silo</c>, <c>gateway</c>, <c>probe</c>, <c>node</c>,
    /// <c>postgres</c>, <c>alertmanager</c>); it looks at itself besides.</param>
    /// <param name="embedded">Whether it is that of the embedded default.</param>
    public static async Task<PrometheusServer> StartAsync(IReadOnlyDictionary<string, IReadOnlyList<Uri>> targets, bool embedded = false)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var folder = Directory.CreateTempSubdirectory("tocsin-prometheus-");
        var url = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var (configuration, lists) = embedded ? ("prometheus-embedded.yml", "targets-embedded") : ("prometheus.yml", "targets");
        CopyTo(folder, configuration, "rules", lists);
        foreach (var list in Directory.EnumerateFiles(Path.Combine(folder.FullName, lists)))
        {
            var name = Path.GetFileNameWithoutExtension(list);
            var addresses = name == "prometheus" ? [url] : targets.GetValueOrDefault(name, []);
            await File.WriteAllTextAsync(list, $"[{string.Join(", ", addresses.Select(a => $"{{targets: [\"{a.Authority}\"]}}"))}]");
        }

        var program = await BackgroundProgram.StartAsync(
            "prometheus",
            [
                $"--config.file={folder.FullName}/{configuration}",
                $"--storage.tsdb.path={folder.FullName}/data",
                $"--web.listen-address={url.Authority}",
                "--log.level=warn",
            ],
            new Uri(url, "/-/ready"));
        return new PrometheusServer(folder, program, url);
    }

    /// <summary>What fires, and what is about to.</summary>
    public async Task<IReadOnlyList<Alert>> AlertsAsync()
    {
        var answer = await GetAsync("/api/v1/alerts");
        return [.. answer["data"]!["alerts"]!.AsArray().Select(alert => new Alert(
            alert!["labels"]!["alertname"]!.GetValue<string>(),
            alert["state"]!.GetValue<string>() == "firing",
            Texts(alert["labels"]!),
            Texts(alert["annotations"]!)))];
    }

    /// <summary>The names of all that fires.</summary>
    public async Task<IReadOnlySet<string>> FiringAsync() => (await AlertsAsync()).Where(a => a.IsFiring).Select(a => a.Name).ToHashSet();

    /// <summary>The values of an expression now; one for each series.</summary>
    public async Task<IReadOnlyList<double>> QueryAsync(string expression)
    {
        var answer = await GetAsync("/api/v1/query?query=" + Uri.EscapeDataString(expression));
        return [.. answer["data"]!["result"]!.AsArray()
            .Select(series => double.Parse(series!["value"]![1]!.GetValue<string>(), CultureInfo.InvariantCulture))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _program.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static Dictionary<string, string> Texts(JsonNode node) =>
        node.AsObject().ToDictionary(p => p.Key, p => p.Value!.GetValue<string>());

    private static void CopyTo(DirectoryInfo folder, params IEnumerable<string> parts)
    {
        var from = Path.Combine(Checkout.Root, "ops/prometheus");
        foreach (var part in parts)
        {
            if (File.Exists(Path.Combine(from, part)))
            {
                File.Copy(Path.Combine(from, part), Path.Combine(folder.FullName, part));
                continue;
            }

            folder.CreateSubdirectory(part);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(from, part)))
                File.Copy(file, Path.Combine(folder.FullName, part, Path.GetFileName(file)));
        }
    }

    private async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await _http.GetStringAsync(new Uri(path, UriKind.Relative)))!;
}
