using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Overdue;

/// <summary>A centre over HTTP in which everybody must be assigned to within a second, and nobody is.</summary>
internal sealed class LateCentre : IDisposable
{
    private const int Stations = 200;
    private const int InFlight = 64;
    private const string Policy =
        """{"limits":[{"stage":"assign","limitSeconds":1}],"escalation":"""
        + """{"stationSeconds":0,"supervisorSeconds":86400,"dutyCommanderSeconds":86400}}""";

    private readonly HttpClient _http;
    private readonly List<string> _incidents = [];

    private LateCentre(HttpClient http) => _http = http;

    public static async Task<LateCentre> PrepareAsync(Uri gateway)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = gateway,
            Timeout = TimeSpan.FromSeconds(30),
        };
        await SignInAsync(http, "admin");
        using var policy = new StringContent(Policy, new MediaTypeHeaderValue("application/json"));
        (await http.PutAsync("/api/v1/settings/policies/storm", policy)).EnsureSuccessStatusCode();
        (await http.PutAsJsonAsync("/api/v1/settings/policy", new { name = "storm" })).EnsureSuccessStatusCode();
        await SignInAsync(http, "supervisor");
        return new LateCentre(http);
    }

    /// <summary>Makes incidents of 200 stations.</summary>
    public async Task<TimeSpan> MakeAsync(int count, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var ids = new string[count];
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellation },
            async (i, _) =>
            {
                using var answer = await _http.PostAsJsonAsync(
                    "/api/v1/incidents",
                    new
                    {
                        category = "theft",
                        priority = 2,
                        station = $"S{i % Stations}",
                        narrative = "two men, on foot, towards the station",
                    },
                    cancellation);
                answer.EnsureSuccessStatusCode();
                ids[i] = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("id").GetString()!;
            });
        _incidents.AddRange(ids);
        return clock.Elapsed;
    }

    /// <summary>Waits until so many are late.</summary>
    public async Task<TimeSpan> WaitAsync(int count, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        while ((await _http.GetFromJsonAsync<JsonElement>("/api/v1/overdue?limit=1", cancellation)).GetProperty("total").GetInt32() < count)
            await Task.Delay(200, cancellation);
        return clock.Elapsed;
    }

    /// <summary>What a console asks; how many bytes came.</summary>
    public async Task<int> ListAsync() => (await _http.GetByteArrayAsync("/api/v1/overdue")).Length;

    /// <summary>A console.</summary>
    public async Task AskEachSecondAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await ListAsync();
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A dispatcher's command.</summary>
    public async Task NoteAsync(int worker)
    {
        using var answer = await _http.PostAsJsonAsync(
            $"/api/v1/incidents/{_incidents[worker % _incidents.Count]}/notes", new { text = "the caller rang again" });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How often the silo looked, and how long that took.</summary>
    public static async Task<string> LooksAsync(Uri silo)
    {
        using var http = new HttpClient();
        var lines = (await http.GetStringAsync(new Uri(silo, "/metrics")))
            .Split('\n')
            .Where(l => l.StartsWith("tocsin_overdue_look_seconds", StringComparison.Ordinal))
            .ToList();
        var (count, sum) = (Value("_count"), Value("_sum"));
        return $"the silo looked {count:N0} times, {1000 * sum / Math.Max(1, count):N0} ms each in the mean";

        double Value(string suffix) => lines.Where(l => l.Contains(suffix, StringComparison.Ordinal)).Sum(
            l => double.Parse(l.Split(' ')[1], CultureInfo.InvariantCulture));
    }

    public void Dispose() => _http.Dispose();

    private static async Task SignInAsync(HttpClient http, string role)
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await DevSignIn.TokenAsync(http, "wang", role));
    }
}
