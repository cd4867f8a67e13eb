using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Tocsin.Probing;

/// <summary>A client of one gateway, by the HTTP contract only.</summary>
/// <param name="http">The HTTP client; its base address is the gateway's.</param>
/// <param name="tokens">The tokens.</param>
internal sealed class ProbeClient(HttpClient http, ProbeTokens tokens)
{
    /// <summary>The gateway's address.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>Sends a request; a second time when the token was refused and there is another.</summary>
    /// <returns>The answer; <see cref="ProbeReply.None"/> when there was none.</returns>
    public async Task<ProbeReply> AskAsync(ProbeRequest request, CancellationToken timeout)
    {
        try
        {
            using var answer = await SendAsync(request, HttpCompletionOption.ResponseContentRead, timeout);
            return await ReadAsync(answer, timeout);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return ProbeReply.None;
        }
    }

    /// <summary>Opens its feed, from now on.</summary>
    /// <param name="kind">The only kind of event that is sent.</param>
    /// <param name="timeout">Cancelled at the timeout.</param>
    /// <returns>The feed; null when it did not open.</returns>
    public async Task<FeedListener?> ListenAsync(string kind, CancellationToken timeout)
    {
        try
        {
            var answer = await SendAsync(ProbeRequest.Get("/feed?kinds=" + kind), HttpCompletionOption.ResponseHeadersRead, timeout);
            if (answer.IsSuccessStatusCode)
                return new FeedListener(answer, await answer.Content.ReadAsStreamAsync(timeout));
            answer.Dispose();
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(ProbeRequest request, HttpCompletionOption until, CancellationToken timeout)
    {
        var (answer, token) = await SendOnceAsync(request, until, timeout);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || !tokens.Refused(token))
            return answer;
        answer.Dispose();
        return (await SendOnceAsync(request, until, timeout)).Answer;
    }

    private async Task<(HttpResponseMessage Answer, string Token)> SendOnceAsync(
        ProbeRequest request, HttpCompletionOption until, CancellationToken timeout)
    {
        var token = await tokens.GetAsync(http, request.Role, timeout);
        using var message = new HttpRequestMessage(request.Method, "/api/v1" + request.Path);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (request.Body is not null)
        {
            message.Headers.Add("Idempotency-Key", request.Key);
            message.Content = JsonContent.Create(request.Body);
        }

        return (await http.SendAsync(message, until, timeout), token);
    }

    private static async Task<ProbeReply> ReadAsync(HttpResponseMessage answer, CancellationToken timeout)
    {
        var isJson = answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return new ProbeReply((int)answer.StatusCode, isJson ? await answer.Content.ReadFromJsonAsync<JsonElement>(timeout) : default);
    }
}
