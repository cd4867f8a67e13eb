using System.Net.Http.Headers;
using System.Text.Json;
using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Http;

/// <summary>
/// Speaks the gateway's HTTP contract, version 1: commands carry a key and are repeated with it while the server
/// is away or says 503 or 429, so that what is settled is settled once.
/// </summary>
public sealed class TocsinClient : IDisposable
{
    private readonly HttpClient http;
    private readonly TokenBook tokens;
    private readonly Patience patience;
    private readonly TimeProvider clock;

    /// <summary>A client of the gateway at <paramref name="address"/>; tokens may be shared between gateways of one cluster.</summary>
    public TocsinClient(Uri address, TokenBook tokens, Patience patience, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        this.tokens = tokens;
        this.patience = patience;
        this.clock = clock;
        http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        })
        { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The gateway.</summary>
    public Uri Address { get; }

    /// <summary>Gets <paramref name="path"/> (under <c>/api/v1</c>), repeated while the server is away.</summary>
    public Task<Reply> GetAsync(string path, Role role, CancellationToken stop, string accept = "application/json") =>
        SendAsync(HttpMethod.Get, path, null, null, role, stop, accept);

    /// <summary>Sends a command with its key until it is settled or patience is at its end.</summary>
    public async Task<Reply> SendAsync(
        HttpMethod method, string path, object? body, string? key, Role role, CancellationToken stop, string accept = "application/json")
    {
        var content = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, Wire.Json);
        var started = clock.GetTimestamp();
        int tries = 0, lost = 0, unavailable = 0, conflicts = 0;
        while (true)
        {
            tries++;
            var (reply, asked) = await TryAsync(method, path, content, key, role, accept, stop);
            if (reply.Status == 0)
                lost++;
            else if (reply.Status is 429 or >= 500)
                unavailable++;
            else if (reply.Code == "conflict" && conflicts < Patience.ConflictTries)
                conflicts++;
            else
                return reply with { Tries = tries, ConnectionsLost = lost, Unavailable = unavailable };

            var pause = Patience.PauseAfter(reply.Code == "conflict" ? 1 : lost + unavailable, asked);
            if (clock.GetElapsedTime(started) + pause >= patience.Total)
                return reply with { Tries = tries, ConnectionsLost = lost, Unavailable = unavailable };
            await Task.Delay(pause, clock, stop);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<(Reply Reply, TimeSpan? RetryAfter)> TryAsync(
        HttpMethod method, string path, byte[]? content, string? key, Role role, string accept, CancellationToken stop)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(patience.Try);
        try
        {
            using var request = new HttpRequestMessage(method, "/api/v1" + path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(http, role, deadline.Token));
            request.Headers.Accept.ParseAdd(accept);
            if (key is not null)
                request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            if (content is not null)
                request.Content = new ByteArrayContent(content) { Headers = { ContentType = new("application/json") } };

            using var answer = await http.SendAsync(request, deadline.Token);
            var text = await answer.Content.ReadAsStringAsync(deadline.Token);
            var reply = new Reply((int)answer.StatusCode, text, null, answer.Headers.Contains("Idempotency-Replayed"), 1, 0, 0);
            return (
                reply.Ok ? reply : reply with { Code = reply.Problem?.Code ?? $"http{reply.Status}" }, answer.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException e) when (e.StatusCode is { } status && (int)status is >= 400 and < 500 and not 429)
        {
            throw; // No token to be had: repeating will not change that.
        }
        catch (Exception e) when (
            e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return (new Reply(0, string.Empty, Reply.Unreachable, false, 1, 1, 0), null);
        }
    }
}
