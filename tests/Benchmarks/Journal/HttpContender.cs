using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>
/// The whole way: a note over HTTP to a gateway, to the incident's grain on a silo, into the journal, and back. Silo and gateway are
/// processes of their own;
/// load, silo, gateway and PostgreSQL share the machine. Each worker has an incident of its own.
/// </summary>
internal sealed class HttpContender : IAsyncDisposable
{
    private static readonly byte[] Note = Encoding.UTF8.GetBytes(
        """{"text": "the caller rang again: two men, on foot, towards the station"}""");
    private readonly Arena _arena;
    private readonly ServerProcess _silo;
    private readonly ServerProcess _gateway;
    private readonly HttpClient _http;
    private readonly List<Uri> _incidents = [];

    private HttpContender(Arena arena, ServerProcess silo, ServerProcess gateway)
    {
        (_arena, _silo, _gateway) = (arena, silo, gateway);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = gateway.Url };
    }

    public static async Task<HttpContender> PrepareAsync(Arena arena)
    {
        var connection = await arena.Server.CreateDatabaseAsync();
        var contender = new HttpContender(arena, RunningCluster.Silo(connection), RunningCluster.Gateway(connection));
        contender._silo.Start();
        await contender._silo.ReadyAsync();
        contender._gateway.Start();
        await contender._gateway.ReadyAsync();
        var token = await DevSignIn.TokenAsync(contender._http, "wang", "dispatcher");
        contender._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return contender;
    }

    public async Task<Score> RunAsync(int workers, TimeSpan time, CancellationToken cancellation)
    {
        while (_incidents.Count < workers)
            _incidents.Add(await CreateAsync());
        var syncs = await _arena.SyncsAsync();
        var (latency, elapsed) = await InFlight.RunAsync(workers, time, worker => NoteAsync(_incidents[worker]), cancellation);
        var batches = Math.Max(1, await _arena.SyncsAsync() - syncs);
        return Score.Of(latency, elapsed, 1, $"{latency.TotalCount / batches} a sync");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _gateway.DisposeAsync();
        await _silo.DisposeAsync();
    }

    private async Task<Uri> CreateAsync()
    {
        using var answer = await _http.PostAsJsonAsync("/api/v1/incidents", new { category = "theft", priority = 2 });
        answer.EnsureSuccessStatusCode();
        return new Uri(answer.Headers.Location!.OriginalString + "/notes", UriKind.Relative);
    }

    private async Task NoteAsync(Uri notes)
    {
        using var content = new ByteArrayContent(Note) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await _http.PostAsync(notes, content);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null);
    }
}
