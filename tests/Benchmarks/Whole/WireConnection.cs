using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>
/// A kept-alive HTTP/1.1 connection, written by hand: requests are bytes made beforehand, of answers only what is needed is looked at. The
/// load shares the machine with what it measures, so it has to be cheap; the tables say what it costs.
/// </summary>
internal sealed class WireConnection : IDisposable
{
    private const int UsualBytes = 16 * 1024;
    private const int Repeats = 10;

    // HTTP/1.1 200 OK
    private const int StatusAt = 9;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A gateway closes a connection that nobody has used for 75 s.
    private static readonly TimeSpan IdleMax = TimeSpan.FromSeconds(30);
    private readonly Uri _to;
    private Socket _socket;
    private long _usedAt = Stopwatch.GetTimestamp();
    private byte[] _buffer = new byte[UsualBytes];

    private WireConnection(Uri to, Socket socket) => (_to, _socket) = (to, socket);

    public static async Task<WireConnection> OpenAsync(Uri to) => new(to, await ConnectAsync(to));

    /// <summary>Whether an answer is a yes (2xx).</summary>
    public static bool IsYes(ReadOnlyMemory<byte> answer) => answer.Span[StatusAt] == (byte)'2';

    /// <summary>Sends a request that must be done: repeated while the server is too busy.</summary>
    /// <returns>The answer, head and body; good until the next request.</returns>
    /// <exception cref="InvalidOperationException">The server said no, or went away.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> DoneAsync(ReadOnlyMemory<byte> request)
    {
        var answer = await SendAsync(request);
        for (var again = 0; again < Repeats && answer.Span[StatusAt] == (byte)'5'; again++)
        {
            await Task.Delay(Pause);
            answer = await SendAsync(request);
        }

        return IsYes(answer) ? answer : throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(answer.Span));
    }

    /// <summary>Sends a request and waits for the whole answer, whatever it is; on a new connection after a long pause.</summary>
    /// <returns>The answer, head and body; good until the next request.</returns>
    /// <exception cref="InvalidOperationException">The server went away.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(ReadOnlyMemory<byte> request)
    {
        if (Stopwatch.GetElapsedTime(_usedAt) > IdleMax)
        {
            _socket.Dispose();
            _socket = await ConnectAsync(_to);
        }

        await _socket.SendAsync(request);
        var (have, whole) = (0, 0);
        while (whole == 0)
        {
            if (have == _buffer.Length)
                Array.Resize(ref _buffer, have * 2);
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(have));
            if (read == 0)
                throw new InvalidOperationException("The server closed the connection.");
            have += read;
            whole = WholeLength(_buffer.AsSpan(0, have));
        }

        _usedAt = Stopwatch.GetTimestamp();
        return _buffer.AsMemory(0, whole);
    }

    public void Dispose() => _socket.Dispose();

    private static async Task<Socket> ConnectAsync(Uri to)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(to.Host, to.Port);
        return socket;
    }

    // 0 while something is missing. Chunks are not taken apart: the last one ends the answer, and JSON holds no line breaks of its own.
    private static int WholeLength(ReadOnlySpan<byte> bytes)
    {
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return 0;
        var length = bytes[..head].IndexOf("\r\nContent-Length: "u8);
        if (length < 0)
            return bytes.EndsWith("\r\n0\r\n\r\n"u8) ? bytes.Length : 0;
        var whole = Utf8Parser.TryParse(bytes[(length + 18)..], out int body, out _)
            ? head + 4 + body
            : throw new InvalidOperationException("An answer of no length.");
        return bytes.Length >= whole ? whole : 0;
    }
}
