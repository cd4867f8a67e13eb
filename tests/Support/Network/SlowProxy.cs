using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Tocsin.Tests.Support.Network;

/// <summary>
/// Stands between clients and a server and can be slow: what the server answers arrives so much later, in order, or not until it is let go
/// on.
/// </summary>
public sealed class SlowProxy : IDisposable
{
    private const int PiecesUnderWay = 1_024;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly TimeProvider _time;
    private volatile TaskCompletionSource _running = Opened();
    private long _delayTicks;

    /// <summary>Starts one; it is connected to nothing yet.</summary>
    public SlowProxy(TimeProvider time)
    {
        _time = time;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The server's port on this machine.</summary>
    public int ServerPort { get; set; }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How much later an answer arrives.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delayTicks));
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks);
    }

    /// <summary>Holds back everything in both directions; nothing is closed, and connections are still taken.</summary>
    public void Freeze() => _running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets it all go on.</summary>
    public void Thaw() => _running.TrySetResult();

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        _listener.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RelayAsync(await _listener.AcceptTcpClientAsync(_ended.Token));
        }
        catch (Exception e) when (IsEnd(e))
        {
            // It was disposed of.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, ServerPort, _ended.Token);
                var answers = Channel.CreateBounded<(byte[] Piece, long Due)>(PiecesUnderWay);
                _ = ReceiveAsync(server, answers.Writer);
                await Task.WhenAny(SendAsync(client, server), AnswerAsync(answers.Reader, client));
            }
            catch (Exception e) when (IsEnd(e))
            {
                // An end of it is gone: so is the other now.
            }
        }
    }

    private async Task SendAsync(TcpClient client, TcpClient server)
    {
        var buffer = new byte[16 * 1024];
        while (await client.GetStream().ReadAsync(buffer, _ended.Token) is > 0 and var count)
        {
            await _running.Task.WaitAsync(_ended.Token);
            await server.GetStream().WriteAsync(buffer.AsMemory(0, count), _ended.Token);
        }
    }

    private async Task ReceiveAsync(TcpClient server, ChannelWriter<(byte[] Piece, long Due)> answers)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (await server.GetStream().ReadAsync(buffer, _ended.Token) is > 0 and var count)
                await answers.WriteAsync(
                    (buffer[..count], _time.GetTimestamp() + (long)(Delay.TotalSeconds * _time.TimestampFrequency)), _ended.Token);
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The server hung up: what it said before still arrives.
        }

        answers.Complete();
    }

    private async Task AnswerAsync(ChannelReader<(byte[] Piece, long Due)> answers, TcpClient client)
    {
        await foreach (var (piece, due) in answers.ReadAllAsync(_ended.Token))
        {
            if (_time.GetElapsedTime(_time.GetTimestamp(), due) is { Ticks: > 0 } wait)
                await Task.Delay(wait, _time, _ended.Token);
            await _running.Task.WaitAsync(_ended.Token);
            await client.GetStream().WriteAsync(piece, _ended.Token);
        }
    }

    private static bool IsEnd(Exception e) =>
        e is OperationCanceledException or IOException or SocketException or ObjectDisposedException or InvalidOperationException;
}
