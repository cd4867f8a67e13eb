using System.Net;
using System.Net.Sockets;

namespace Tocsin.Tests.Support.Network;

/// <summary>
/// Stands between a client and a server and can freeze: after a number of bytes in one direction nothing passes in either, and nothing is
/// closed. So the server sees exactly what it would see of a client that was stopped at that byte.
/// </summary>
public sealed class FreezingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource _frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly int _serverPort;
    private long _sent;
    private long _received;
    private long _toServer = long.MaxValue;
    private long _toClient = long.MaxValue;

    /// <summary>Starts one in front of a port of this machine.</summary>
    public FreezingProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many bytes went to the server so far.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>How many bytes came back so far.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Completes when it has frozen.</summary>
    public Task Frozen => _frozen.Task;

    /// <summary>Lets so many more bytes pass to the server, then freezes.</summary>
    public void FreezeAfterSent(long bytes)
    {
        lock (_lock)
            _toServer = bytes;
    }

    /// <summary>Lets so many more bytes pass to the client, then freezes.</summary>
    public void FreezeAfterReceived(long bytes)
    {
        lock (_lock)
            _toClient = bytes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                var server = new TcpClient { NoDelay = true };
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _ended.Token);
                client.NoDelay = true;
                _ = PumpAsync(client, server, toServer: true);
                _ = PumpAsync(server, client, toServer: false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was disposed of.
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool toServer)
    {
        var ended = _ended.Token;
        try
        {
            var buffer = new byte[16 * 1024];
            while (true)
            {
                var count = await from.GetStream().ReadAsync(buffer, ended);
                if (count == 0)
                    break;
                var allowed = Allow(count, toServer);
                Interlocked.Add(ref toServer ? ref _sent : ref _received, allowed);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, allowed), ended);
                if (allowed == count)
                    continue;
                _frozen.TrySetResult();
                await Task.Delay(Timeout.Infinite, ended);
            }
        }
        catch (Exception e)
            when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // An end of it is gone.
        }

        from.Dispose();
        to.Dispose();
    }

    private int Allow(int count, bool toServer)
    {
        lock (_lock)
        {
            var left = _frozen.Task.IsCompleted ? 0 : toServer ? _toServer : _toClient;
            var allowed = (int)Math.Min(left, count);
            if (toServer && _toServer != long.MaxValue)
                _toServer -= allowed;
            else if (!toServer && _toClient != long.MaxValue)
                _toClient -= allowed;
            return allowed;
        }
    }
}
