using System.Diagnostics;
using System.Net.Http.Headers;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>The processes under load: silos and gateways on a PostgreSQL, or the one embedded process.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly List<WireConnection> _connections = [];
    private long _notDone;

    private Place(Arena? arena, List<ServerProcess> silos, List<ServerProcess> gateways) =>
        (Arena, Silos, Gateways) = (arena, silos, gateways);

    /// <summary>The database server; null where there is none.</summary>
    public Arena? Arena { get; }

    public List<ServerProcess> Silos { get; }

    public List<ServerProcess> Gateways { get; }

    /// <summary>How many requests of a load were answered with a no.</summary>
    public long NotDone => Interlocked.Read(ref _notDone);

    public Tokens Tokens { get; private set; } = new("", "", "");

    public void CountNotDone() => Interlocked.Increment(ref _notDone);

    /// <summary>Silos and gateways on a new database, of this build unless another one is given.</summary>
    public static async Task<Place> ClusterAsync(Arena arena, int silos, int gateways, ServerBuild? build = null)
    {
        build ??= ServerBuild.Own;
        var connection = await arena.Server.CreateDatabaseAsync();
        var place = new Place(
            arena,
            [.. Enumerable.Range(0, silos).Select(_ => RunningCluster.Silo(build, connection))],
            [.. Enumerable.Range(0, gateways).Select(_ => RunningCluster.Gateway(build, connection))]);
        await place.StartAsync();
        return place;
    }

    /// <summary>One process with a folder of its own.</summary>
    public static async Task<Place> EmbeddedAsync(string folder)
    {
        string[] arguments =
        [
            "--Tocsin:Mode", "Embedded", "--Tocsin:Demo", "false", "--Tocsin:DataDirectory", folder, "--Logging:LogLevel:Default",
            "Warning",
        ];
        var place = new Place(
            null,
            [],
            [new ServerProcess(
                Checkout.Gateway, new Uri($"http://127.0.0.1:{FreePorts.Next()}"), arguments, new Dictionary<string, string>())]);
        await place.StartAsync();
        return place;
    }

    /// <summary>So many connections, shared out among the gateways; the same ones each time.</summary>
    public async Task<IReadOnlyList<WireConnection>> ConnectAsync(int count)
    {
        while (_connections.Count < count)
            _connections.Add(await WireConnection.OpenAsync(Gateways[_connections.Count % Gateways.Count].Url));
        return _connections;
    }

    /// <summary>Asks for the whole board, again and again while a process that has just started has none yet.</summary>
    public async Task<(long Bytes, TimeSpan Took)> BoardAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient
        {
            BaseAddress = Gateways[0].Url,
            Timeout = FirstBoard.Limit,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Tokens.Dispatcher) },
        };
        var clock = Stopwatch.StartNew();
        var bytes = await FirstBoard.ReadAsync(http, cancellation);
        return (bytes, clock.Elapsed);
    }

    /// <summary>Stops the one process as its administrator would, and starts it again.</summary>
    /// <returns>How long it took from its start until it was ready, and until it had answered with the board.</returns>
    public async Task<(TimeSpan Ready, TimeSpan Board)> RestartAsync(CancellationToken cancellation)
    {
        Disconnect();
        await Gateways[0].StopAsync();
        var clock = Stopwatch.StartNew();
        Gateways[0].Start();
        await Gateways[0].ReadyAsync();
        var ready = clock.Elapsed;
        await BoardAsync(cancellation);
        return (ready, clock.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        Disconnect();
        foreach (var process in Gateways.Concat(Silos))
            await process.DisposeAsync();
    }

    private void Disconnect()
    {
        foreach (var connection in _connections)
            connection.Dispose();
        _connections.Clear();
    }

    private async Task StartAsync()
    {
        foreach (var layer in new[] { Silos, Gateways })
        {
            foreach (var process in layer)
                process.Start();
            await Task.WhenAll(layer.Select(p => p.ReadyAsync()));
        }

        Tokens = await Tokens.FetchAsync(Gateways[0].Url);
    }
}
