using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tocsin.Tests.Benchmarks.Feed;

/// <summary>
/// The least that a server-sent feed can be: recorded bytes, sent again at their times to whoever hangs on it. No journal behind it, no
/// token, no filter, no bounds: what it costs, any feed costs.
/// </summary>
internal sealed class BareFeed : IAsyncDisposable
{
    private static readonly byte[] RecordedAt = "\"recordedAt\":\""u8.ToArray();
    private readonly WebApplication _app;
    private readonly IReadOnlyList<RecordedPiece> _pieces;
    private readonly List<byte[]> _sent = [];
    private readonly Lock _lock = new();
    private volatile TaskCompletionSource _moved = NewMoved();
    private int _clients;

    private BareFeed(WebApplication app, IReadOnlyList<RecordedPiece> pieces) => (_app, _pieces) = (app, pieces);

    /// <summary>Where it answers.</summary>
    public Uri Url => new(_app.Urls.First());

    /// <summary>Starts it on a free port.</summary>
    public static async Task<BareFeed> StartAsync(IReadOnlyList<RecordedPiece> pieces)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var feed = new BareFeed(app, pieces);
        app.MapPost("/dev/token", () => Results.Json(new { token = "bare" }));
        app.MapGet("/api/v1/board", () => Results.Json(new { epoch = "bare", position = feed.Position }));
        app.MapGet("/api/v1/feed", feed.FollowAsync);
        await app.StartAsync();
        return feed;
    }

    /// <summary>Sends the recording once so many clients are there.</summary>
    public async Task ReplayAsync(int clients, CancellationToken cancellation)
    {
        while (Volatile.Read(ref _clients) < clients)
            await Task.Delay(20, cancellation);
        var began = TimeProvider.System.GetTimestamp();
        foreach (var piece in _pieces)
        {
            var early = piece.At - TimeProvider.System.GetElapsedTime(began);
            if (early > TimeSpan.Zero)
                await Task.Delay(early, cancellation);
            var bytes = Stamped(piece.Bytes);
            lock (_lock)
                _sent.Add(bytes);
            Interlocked.Exchange(ref _moved, NewMoved()).TrySetResult();
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private long Position
    {
        get
        {
            lock (_lock)
                return _sent.Count == 0 ? _pieces[0].LastId : _pieces[_sent.Count - 1].LastId;
        }
    }

    private static TaskCompletionSource NewMoved() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Recorded now, as far as the clients' clocks can tell: the same bytes otherwise.
    private static byte[] Stamped(byte[] bytes)
    {
        var stamped = bytes.ToArray();
        var now = Encoding.UTF8.GetBytes(DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        for (var at = 0; stamped.AsSpan(at).IndexOf(RecordedAt) is >= 0 and var next; at += next + RecordedAt.Length)
            now.CopyTo(stamped.AsSpan(at + next + RecordedAt.Length));
        return stamped;
    }

    private async Task FollowAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        var after = long.Parse(http.Request.Query["after"].ToString(), CultureInfo.InvariantCulture);
        var output = http.Response.BodyWriter;
        await output.FlushAsync(http.RequestAborted);
        var next = 0;
        while (next < _pieces.Count && _pieces[next].LastId <= after)
            next++;
        Interlocked.Increment(ref _clients);
        try
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                var moved = _moved.Task;
                while (Sent(next) is { } bytes)
                {
                    next++;
                    output.Write(bytes);
                    await output.FlushAsync(http.RequestAborted);
                }

                await moved.WaitAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The client went.
        }
        finally
        {
            Interlocked.Decrement(ref _clients);
        }
    }

    private byte[]? Sent(int index)
    {
        lock (_lock)
            return index < _sent.Count ? _sent[index] : null;
    }
}
