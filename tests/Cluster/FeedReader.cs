using System.Net;
using System.Text;

namespace Tocsin.Tests.Cluster;

/// <summary>A client of the live feed that keeps all it was told.</summary>
internal sealed class FeedReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StringBuilder _text = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();

    private FeedReader(HttpResponseMessage response)
    {
        _response = response;
        _ = ReadAsync();
    }

    /// <summary>All that it was told.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
                return _text.ToString();
        }
    }

    /// <summary>Follows from a position.</summary>
    public static async Task<FeedReader> OpenAsync(HttpClient http, long after)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/feed");
        request.Headers.Add("Last-Event-ID", $"{after}");
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new FeedReader(response);
    }

    /// <summary>Whether it was told of an event.</summary>
    public bool Has(string stream, string kind) =>
        Text.Split("\n\n").Any(f =>
            f.Contains($"event: {kind}\n", StringComparison.Ordinal)
            && f.Contains($"\"{stream}\"", StringComparison.Ordinal));

    public void Dispose()
    {
        _end.Cancel();
        _response.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            using var reader = new StreamReader(await _response.Content.ReadAsStreamAsync(_end.Token));
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                lock (_lock)
                    _text.Append(line).Append('\n');
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // It is over.
        }
    }
}
