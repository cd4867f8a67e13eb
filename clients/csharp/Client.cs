using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Tocsin.Clients;

/// <summary>Requests to the gateways of one cluster, with retries that are safe.</summary>
internal sealed class Client(IEnumerable<string> urls, string? token) : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Queue<string> _urls = new(urls);

    /// <summary>The bearer token.</summary>
    public string? Token { get; private set; } = token;

    /// <summary>Asks for a development token, unless there is one: with the key that the gateway keeps in a file.</summary>
    public async Task SignInAsync(string subject, string role)
    {
        if (Token is not null)
            return;
        var body = new JsonObject { ["subject"] = subject, ["role"] = role };
        var file = Environment.GetEnvironmentVariable("TOCSIN_DEV_KEY_FILE") ?? "Gateway/data/dev.key";
        var key = (await File.ReadAllTextAsync(file)).Trim();
        using var answer = await SendAsync(HttpMethod.Post, "/dev/token", body.ToJsonString(), ("Tocsin-Dev-Key", key));
        Token = (string?)JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["token"];
    }

    /// <summary>Reads something.</summary>
    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, "/api/v1" + path, null);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    /// <summary>Opens a stream: waits 10 s for the headers, and for the body as long as the reader likes.</summary>
    public async Task<Stream> OpenAsync(string path, CancellationToken cancellation)
    {
        var answer = await SendAsync(HttpMethod.Get, "/api/v1" + path, null, completion: HttpCompletionOption.ResponseHeadersRead);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellation);
    }

    /// <summary>Sends a command until it is answered: always the same bytes with the same key.</summary>
    /// <returns>The thing as it now stands, and whether the command had been done before.</returns>
    public async Task<(JsonNode Thing, bool Repeated)> CommandAsync(HttpMethod method, string path, JsonObject body, string key)
    {
        var (text, started) = (body.ToJsonString(), TimeProvider.System.GetTimestamp());
        while (true)
        {
            var wait = Retry;
            try
            {
                using var answer = await SendAsync(method, "/api/v1" + path, text, ("Idempotency-Key", key));
                var thing = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
                if (answer.IsSuccessStatusCode)
                    return (thing, answer.Headers.Contains("Idempotency-Replayed"));
                var mayRetry = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                    || (string?)thing["code"] == "conflict";
                if (!mayRetry || TimeProvider.System.GetElapsedTime(started) > GiveUp)
                    throw new InvalidOperationException($"{method} {path}: {thing["code"]}: {thing["detail"]} (trace {thing["traceId"]})");
                wait = answer.Headers.RetryAfter?.Delta ?? Retry;
            }
            catch (Exception e) when (
                e is HttpRequestException or TaskCanceledException && TimeProvider.System.GetElapsedTime(started) < GiveUp)
            {
                // No answer: it may have been done. The key makes the next attempt safe.
            }

            OtherGateway();
            await Task.Delay(wait);
        }
    }

    /// <summary>The next attempt goes to another gateway.</summary>
    public void OtherGateway() => _urls.Enqueue(_urls.Dequeue());

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? body, (string Name, string Value)? header = null, HttpCompletionOption completion = default)
    {
        using var request = new HttpRequestMessage(method, _urls.Peek() + path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (header is var (name, value))
            request.Headers.Add(name, value);
        return await _http.SendAsync(request, completion);
    }
}
