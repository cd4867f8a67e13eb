using System.Net.Http.Headers;
using System.Net.Http.Json;
using Tocsin.Tests.Benchmarks.Whole;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.JournalSize;

/// <summary>Somebody at a gateway who may read everything, and somebody who dispatches.</summary>
internal sealed class SizeClient : IDisposable
{
    private readonly HttpClient _reader;
    private readonly HttpClient _dispatcher;

    private SizeClient(HttpClient reader, HttpClient dispatcher) => (_reader, _dispatcher) = (reader, dispatcher);

    public static async Task<SizeClient> SignInAsync(Uri gateway) =>
        new(await OfAsync(gateway, "supervisor"), await OfAsync(gateway, "dispatcher"));

    public void Dispose()
    {
        _reader.Dispose();
        _dispatcher.Dispose();
    }

    /// <summary>Reads an answer to its end.</summary>
    /// <returns>How many bytes it has.</returns>
    public async Task<long> GetAsync(string path)
    {
        using var answer = await _reader.GetAsync(new Uri("/api/v1" + path, UriKind.Relative));
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? body.Length
            : throw new InvalidOperationException($"GET {path}: {(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(body)}");
    }

    /// <summary>Reads the whole board; asks again while a silo that has just started has none yet.</summary>
    /// <returns>How many bytes it has.</returns>
    public Task<long> BoardAsync() => FirstBoard.ReadAsync(_reader, CancellationToken.None);

    /// <summary>Follows the feed from a position until so many events have come.</summary>
    public async Task FollowAsync(long after, int events)
    {
        using var answer = await _reader.GetAsync(
            new Uri($"/api/v1/feed?after={after}&positions=none", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (events > 0 && await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("id:", StringComparison.Ordinal))
                events--;
        }
    }

    /// <summary>Gives a command.</summary>
    /// <returns>Where the thing is that it made.</returns>
    public async Task<string> PostAsync(string path, object body)
    {
        using var answer = await _dispatcher.PostAsJsonAsync(new Uri("/api/v1" + path, UriKind.Relative), body);
        return answer.IsSuccessStatusCode
            ? answer.Headers.Location?.OriginalString ?? ""
            : throw new InvalidOperationException($"POST {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<HttpClient> OfAsync(Uri gateway, string role)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = gateway,
            Timeout = TimeSpan.FromMinutes(10),
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await DevSignIn.TokenAsync(http, role, role));
        return http;
    }
}
