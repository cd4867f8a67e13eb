using System.Buffers;

namespace Tocsin.Tests.Load.Http;

/// <summary>
/// Sends the requests of a load to the gateways in turn, as cheaply as <see cref="SocketsHttpHandler"/> allows: no buffering of answers, no
/// timer, no diagnostics and no parsing of anything that nobody asked for. Generator and servers often share a machine: what this costs,
/// they lack.
/// </summary>
public sealed class RequestSender : IDisposable
{
    /// <summary>The most connections to one gateway; a request beyond waits, and its wait is measured.</summary>
    public const int ConnectionsMax = 2_048;

    /// <summary>The longest answer of which something is read, in bytes; longer ones are read up to here.</summary>
    public const int AnswerBytesMax = 1024 * 1024;

    private const int UsualAnswerBytes = 16 * 1024;

    private static readonly string[] NoWords = [];

    private readonly HttpMessageInvoker http;
    private readonly Uri[] gateways;
    private readonly string[] bearers;
    private readonly Patience patience;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource end = new();
    private readonly Deadlines deadlines;
    private uint turn;

    private RequestSender(IEnumerable<Uri> gateways, string[] bearers, Patience patience, TimeProvider clock)
    {
        this.gateways = [.. gateways.Select(g => new Uri(g, "/"))];
        this.bearers = bearers;
        this.patience = patience;
        this.clock = clock;
        deadlines = new Deadlines(patience.Try, clock, end.Token);
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            MaxConnectionsPerServer = ConnectionsMax,
        });
    }

    /// <summary>Fetches the tokens that it needs, and makes one.</summary>
    /// <exception cref="HttpRequestException">The gateway is away, or hands no tokens out.</exception>
    public static async Task<RequestSender> CreateAsync(
        IReadOnlyList<Uri> gateways, TokenBook tokens, Patience patience, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(gateways);
        ArgumentNullException.ThrowIfNull(tokens);
        using var http = new HttpClient { BaseAddress = gateways[0] };
        var roles = Enum.GetValues<Role>();
        var bearers = new string[roles.Length];
        foreach (var role in roles)
            bearers[(int)role] = "Bearer " + await tokens.GetAsync(http, role, stop);
        return new RequestSender(gateways, bearers, patience, clock);
    }

    /// <summary>
    /// Sends <paramref name="request"/>, again with its key while the server is away, until it is settled or patience is at its end.
    /// </summary>
    /// <param name="request">What.</param>
    /// <param name="key">The idempotency key; null: none.</param>
    public async Task<Answer> SendAsync(Request request, string? key)
    {
        var began = clock.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            var (answer, asked) = await TryAsync(request, key);

            // A command that lost a race is sent again at once, as the contract says.
            var pause = answer.Code == "conflict" && tries <= Patience.ConflictTries ? TimeSpan.Zero
                : answer.Status is 0 or 429 or >= 500 ? Patience.PauseAfter(tries, asked) : TimeSpan.MaxValue;
            if (end.IsCancellationRequested
                || (pause > TimeSpan.Zero && (pause == TimeSpan.MaxValue || clock.GetElapsedTime(began) + pause >= patience.Total)))
            {
                return answer with { Tries = tries, Took = clock.GetElapsedTime(began) };
            }

            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, clock);
        }
    }

    /// <summary>Gives up whatever is under way.</summary>
    public Task EndAsync() => end.CancelAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        deadlines.Dispose();
        end.Dispose();
    }

    private async ValueTask<(Answer Answer, TimeSpan? RetryAfter)> TryAsync(Request request, string? key)
    {
        var deadline = deadlines.Next();
        try
        {
            using var message = Message(request, key);
            using var response = await http.SendAsync(message, deadline);
            var status = (int)response.StatusCode;
            var ok = status is >= 200 and < 300;
            var stream = response.Content.ReadAsStream(deadline);
            var buffer = ArrayPool<byte>.Shared.Rent(UsualAnswerBytes);
            var held = 0;
            for (int read; (read = await stream.ReadAsync(buffer.AsMemory(held), deadline)) > 0;)
            {
                held = ok && request.Part == AnswerPart.Nothing ? 0 : held + read;
                if (held < buffer.Length)
                    continue;
                if (held >= AnswerBytesMax)
                {
                    held = 0;
                    continue;
                }

                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, held).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }

            var answer = ok
                ? new Answer(
                    status,
                    null,
                    request.Part == AnswerPart.Nothing ? NoWords : AnswerReader.Read(buffer.AsSpan(0, held), request.Part),
                    1,
                    default)
                {
                    Replayed = response.Headers.NonValidated.Contains("Idempotency-Replayed"),
                }
                : new Answer(status, AnswerReader.Code(buffer.AsSpan(0, held)) ?? $"http{status}", NoWords, 1, default);
            ArrayPool<byte>.Shared.Return(buffer);
            return (answer, ok ? null : response.Headers.RetryAfter?.Delta);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return (
                new Answer(
                    0,
                    end.IsCancellationRequested ? "givenUp" : e is OperationCanceledException ? "noAnswer" : Reply.Unreachable,
                    NoWords,
                    1,
                    default),
                null);
        }
    }

    private HttpRequestMessage Message(Request request, string? key)
    {
        var gateway = gateways.Length == 1 ? gateways[0] : gateways[(int)(Interlocked.Increment(ref turn) % (uint)gateways.Length)];
        var message = new HttpRequestMessage(request.Method, new Uri(gateway, "/api/v1" + request.Path));
        message.Headers.TryAddWithoutValidation("Authorization", bearers[(int)request.Role]);
        if (key is not null)
            message.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
        }

        return message;
    }

    private const string MediaType = "application/json";
}
