using System.Collections.Concurrent;
using System.Net;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Support.Telemetry;

/// <summary>A collector of traces: takes what is exported to it by OTLP over HTTP, and remembers every span.</summary>
public sealed class OtlpListener : IDisposable
{
    private readonly HttpListener _http = new();
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly ConcurrentQueue<byte[]> _bodies = new();

    /// <summary>Starts to listen.</summary>
    public OtlpListener()
    {
        Address = new Uri($"http://127.0.0.1:{FreePorts.Next()}/");
        _http.Prefixes.Add(Address.ToString());
        _http.Start();
        _ = TakeAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Every span so far.</summary>
    public IReadOnlyCollection<ReceivedSpan> Spans => _spans;

    /// <summary>Whether these bytes stand in anything that was exported.</summary>
    public bool Holds(ReadOnlySpan<byte> bytes)
    {
        foreach (var body in _bodies)
        {
            if (body.AsSpan().IndexOf(bytes) >= 0)
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Close();

    private async Task TakeAsync()
    {
        while (_http.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _http.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            _bodies.Enqueue(body.ToArray());
            foreach (var span in ReceivedSpan.Of(body.ToArray()))
                _spans.Enqueue(span);
            context.Response.Close();
        }
    }
}
