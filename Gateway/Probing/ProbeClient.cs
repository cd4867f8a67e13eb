using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Tocsin.Probing;

/// <summary>One gateway, as a desk sees it: a client of the HTTP contract and of nothing else.</summary>
/// <param name="http">The way to it; its base address is the gateway's.</param>
/// <param name="tokens">The tokens.</param>
internal sealed class ProbeClient(HttpClient http, ProbeTokens tokens)
{
    /// <summary>Where it is.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>Asks it once; a second time when the token was no good and there is another.</summary>
    /// <returns>What it answered; <see cref="ProbeReply.None"/> when it did not.</returns>
    public async Task<ProbeReply> AskAsync(ProbeRequest request, CancellationToken patience)
    {
        try
        {
            using var answer = await SendAsync(request, HttpCompletionOption.ResponseContentRead, patience);
            return await ReadAsync(answer, patience);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return ProbeReply.None;
        }
    }

    /// <summary>Opens its feed, from now on.</summary>
    /// <param name="kind">The one kind of event that is wanted.</param>
    /// <param name="patience">How long it may take.</param>
    /// <returns>The feed; null when it did not open.</returns>
    public async Task<FeedEar?> ListenAsync(string kind, CancellationToken patience)
    {
        try
        {
            var answer = await SendAsync(ProbeRequest.Get("/feed?kinds=" + kind), HttpCompletionOption.ResponseHeadersRead, patience);
            if (answer.IsSuccessStatusCode)
                return new FeedEar(answer, await answer.Content.ReadAsStreamAsync(patience));
            answer.Dispose();
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(ProbeRequest request, HttpCompletionOption until, CancellationToken patience)
    {
        var (answer, token) = await SendOnceAsync(request, until, patience);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || !tokens.Refused(token))
            return answer;
        answer.Dispose();
        return (await SendOnceAsync(request, until, patience)).Answer;
    }

    private async Task<(HttpResponseMessage Answer, string Token)> SendOnceAsync(ProbeRequest request, HttpCompletionOption until, CancellationToken patience)
    {
        var token = await tokens.GetAsync(http, request.Role, patience);
        using var message = new HttpRequestMessage(request.Method, "/api/v1" + request.Path);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (request.Body is not null)
        {
            message.Headers.Add("Idempotency-Key", request.Key);
            message.Content = JsonContent.Create(request.Body);
        }

        return (await http.SendAsync(message, until, patience), token);
    }

    private static async Task<ProbeReply> ReadAsync(HttpResponseMessage answer, CancellationToken patience)
    {
        var isJson = answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return new ProbeReply((int)answer.StatusCode, isJson ? await answer.Content.ReadFromJsonAsync<JsonElement>(patience) : default);
    }
}
