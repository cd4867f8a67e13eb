using System.Diagnostics;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>The same client on the <see cref="BareEndpoint"/>: what HTTP and the load themselves cost.</summary>
internal sealed class BareContender : IAsyncDisposable
{
    private readonly ServerProcess _process = BareEndpoint.Process();
    private readonly List<WireConnection> _connections = [];
    private readonly byte[] _request = WireRequest.Post(
        "/", new string('t', 400), """{"text": "the caller rang again: two men, on foot, towards the station"}""");

    public static async Task<BareContender> StartAsync()
    {
        var contender = new BareContender();
        contender._process.Start();
        await contender._process.ReadyAsync();
        return contender;
    }

    public async Task<Measured> RunAsync(int workers, TimeSpan time, CancellationToken cancellation)
    {
        while (_connections.Count < workers)
            _connections.Add(await WireConnection.OpenAsync(_process.Url));
        var before = Used();
        var (latency, elapsed) = await InFlight.RunAsync(
            workers, time, async worker => await _connections[worker].SendAsync(_request), cancellation);
        var after = Used();
        var cost = new Meter(after.Load - before.Load, after.Server - before.Server, TimeSpan.Zero, TimeSpan.Zero, 0, 0, 0, 0);
        return new Measured($"an empty endpoint over HTTP, {workers} in flight", Score.Of(latency, elapsed, 1), cost, latency.TotalCount);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            connection.Dispose();
        await _process.DisposeAsync();
    }

    private (TimeSpan Load, TimeSpan Server) Used()
    {
        using var server = Process.GetProcessById(_process.Pid);
        return (Process.GetCurrentProcess().TotalProcessorTime, server.TotalProcessorTime);
    }
}
