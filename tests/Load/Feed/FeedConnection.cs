using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Feed;

/// <summary>How a gateway's board and feed are asked for.</summary>
public sealed class FeedConnection : IDisposable
{
    /// <summary>How long a board or the beginning of a feed is waited for.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    // A gateway gives one person 20 feeds: so many are one's own here.
    private const int FeedsOfOne = 16;

    private static int opened;

    private readonly HttpClient http;
    private readonly TokenBook tokens;

    /// <summary>Connections to one gateway, as many as there are clients.</summary>
    public FeedConnection(Uri address, TokenBook tokens)
    {
        this.tokens = tokens;
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(3) })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>The board's epoch and position.</summary>
    /// <exception cref="HttpRequestException">The gateway is away, or does not answer with a board.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<(string Epoch, long Position)> BoardAsync(CancellationToken stop)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(AnswerWithin);
        using var request = await RequestAsync("/api/v1/board", deadline.Token);
        using var answer = await http.SendAsync(request, deadline.Token);
        answer.EnsureSuccessStatusCode();
        using var board = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(deadline.Token), default, deadline.Token);
        return (board.RootElement.GetProperty("epoch").GetString()!, board.RootElement.GetProperty("position").GetInt64());
    }

    /// <summary>The feed after a position; of the board's history, when its epoch is given.</summary>
    /// <exception cref="HttpRequestException">The gateway is away, or does not answer with a feed.</exception>
    /// <param name="after">After this position.</param>
    /// <param name="epoch">The board's; empty: of whatever history there is.</param>
    /// <param name="comesBack">Whether it was there before.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="plain">
    /// Asks as HTTP/1.0: the same bytes without chunks, which this machine's client reads straight into its buffer. For hundreds of clients
    /// in one process.
    /// </param>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<HttpResponseMessage> FeedAsync(long after, string epoch, bool comesBack, CancellationToken stop, bool plain = false)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(AnswerWithin);

        // As a browser does: the address stays what it was, and the header says how far it came.
        var text = after.ToString(CultureInfo.InvariantCulture);
        using var request = await RequestAsync(
            $"/api/v1/feed?after={text}&epoch={Uri.EscapeDataString(epoch)}&positions=none",
            deadline.Token,
            person: 1 + (Interlocked.Increment(ref opened) / FeedsOfOne));
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (plain)
            request.Version = System.Net.HttpVersion.Version10;
        if (comesBack)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", text);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        if (answer.IsSuccessStatusCode)
            return answer;
        answer.Dispose();
        throw new HttpRequestException($"GET /feed answered {(int)answer.StatusCode}.", null, answer.StatusCode);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<HttpRequestMessage> RequestAsync(string path, CancellationToken stop, int person = 0)
    {
        var token = await tokens.GetAsync(http, Role.Dispatcher, stop, person);
        return new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
    }
}
