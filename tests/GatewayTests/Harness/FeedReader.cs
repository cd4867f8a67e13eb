using System.Text.Json;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>Somebody who hangs on the feed, frame by frame.</summary>
internal sealed class FeedReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _text;

    private FeedReader(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _text = new StreamReader(stream);
    }

    /// <summary>A frame: its id, its name, its data.</summary>
    public sealed record Frame(long? Id, string? Name, JsonElement Data)
    {
        /// <summary>Which thing the event is about.</summary>
        public string Stream => Data.GetProperty("stream").GetString()!;

        public JsonElement View => Data.GetProperty("view");
    }

    /// <summary>Opens it.</summary>
    public static async Task<FeedReader> OpenAsync(
        TestGateway gateway, string token, string query, string? lastEventId = null, HttpClient? http = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/feed" + query);
        request.Headers.Authorization = new("Bearer", token);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await (http ?? gateway.Http).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new FeedReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next frame; null when the gateway has hung up.</summary>
    public async Task<Frame?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Until.Cap);
        (long? Id, string? Name, string? Data) read = default;
        while (await _text.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length == 0)
                return new Frame(read.Id, read.Name, read.Data is { } data ? JsonDocument.Parse(data).RootElement : default);
            var (field, value) = (
                line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]);
            read = field switch
            {
                "id" => read with { Id = long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
                "event" => read with { Name = value },
                "data" => read with { Data = value },
                _ => read,
            };
        }

        return null;
    }

    /// <summary>The next frame that is the one looked for.</summary>
    public async Task<Frame> UntilAsync(Func<Frame, bool> found)
    {
        while (await NextAsync() is { } frame)
        {
            if (found(frame))
                return frame;
        }

        throw new InvalidOperationException("The feed ended.");
    }

    /// <summary>The next so many events.</summary>
    public async Task<IReadOnlyList<Frame>> EventsAsync(Func<Frame, bool> which, int count)
    {
        var events = new List<Frame>(count);
        while (events.Count < count)
            events.Add(await UntilAsync(f => f.Name is not null && f.Id is not null && which(f)));
        return events;
    }

    public ValueTask DisposeAsync()
    {
        _text.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
