using System.Globalization;
using System.Text.Json.Nodes;

namespace Tocsin.Clients;

/// <summary>A copy of the board that the feed keeps current.</summary>
internal sealed class Board(Client client, Action<JsonNode> onEvent)
{
    private static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(15);

    private string? _epoch;

    /// <summary>Incidents and units by their ids.</summary>
    public Dictionary<string, JsonNode> Items { get; } = [];

    /// <summary>What it is as of.</summary>
    public long Position { get; private set; }

    /// <summary>Follows until it is cancelled, over any number of lost connections.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        for (var failures = 1; !cancellation.IsCancellationRequested; failures++)
        {
            try
            {
                if (_epoch is null)
                    await LoadAsync();
                await using var stream = await client.OpenAsync($"/feed?after={Position}&epoch={_epoch}", cancellation);
                failures = 0;
                await ReadAsync(stream, cancellation);
            }
            catch (Exception) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException or TaskCanceledException)
            {
                // Refused, unavailable, silent for too long, cut in the middle.
                Console.Error.WriteLine($"feed: {e.Message}");
            }

            client.OtherGateway();
            var pause = TimeSpan.FromSeconds(Math.Clamp(failures, 1, 10) * (0.5 + (Random.Shared.NextDouble() / 2)));
            await Task.Delay(pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LoadAsync()
    {
        var board = await client.GetAsync("/board");
        Items.Clear();
        foreach (var item in board["incidents"]!.AsArray().Concat(board["units"]!.AsArray()))
            Items[(string)item!["id"]!] = item;
        (_epoch, Position) = ((string?)board["epoch"], (long)board["position"]!);
    }

    private async Task ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var reader = new StreamReader(stream);
        Dictionary<string, string> frame = [];
        while (await reader.ReadLineAsync(cancellation).AsTask().WaitAsync(SilentFor, cancellation) is { } line)
        {
            if (line.Split(": ", 2) is [var name, var value])
            {
                frame[name] = value;
                continue;
            }

            if (frame.GetValueOrDefault("event") == "reset")
            {
                // Another history: begin again.
                _epoch = null;
                return;
            }

            if (frame.TryGetValue("id", out var id))
            {
                if (frame.ContainsKey("event"))
                    Take(JsonNode.Parse(frame["data"])!);
                Position = long.Parse(id, CultureInfo.InvariantCulture);
            }

            frame.Clear();
        }
    }

    private void Take(JsonNode happened)
    {
        if (((string)happened["stream"]!).Split('/') is ["incident" or "unit", var id])
        {
            var known = Items.TryGetValue(id, out var item) ? (int)item["version"]! : 0;
            if (happened["view"] is { } view && (int)view["version"]! >= known)
                Items[id] = view;
            else if (happened["view"] is null && (int)happened["version"]! >= known)
                Items.Remove(id);
        }

        onEvent(happened);
    }
}
