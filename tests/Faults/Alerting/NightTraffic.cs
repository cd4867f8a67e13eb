using System.Text.Json;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Faults.Alerting;

/// <summary>What goes on in a quiet hour: a note every half second, at each gateway in turn, none of them repeated.</summary>
public sealed class NightTraffic : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private readonly List<TocsinClient> _clients;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _lane;

    private NightTraffic(List<TocsinClient> clients, string incident) =>
        (_clients, _lane) = (clients, RunAsync(clients, incident, _stop.Token));

    /// <summary>Begins.</summary>
    public static async Task<NightTraffic> StartAsync(IEnumerable<Uri> gateways)
    {
        var tokens = new TokenBook("night", null);
        List<TocsinClient> clients = [.. gateways.Select(g => new TocsinClient(g, tokens, Patience.OneTry, TimeProvider.System))];
        var made = await clients[0].SendAsync(
            HttpMethod.Post,
            "/incidents",
            new { category = "theft", priority = 3, exercise = true },
            null,
            Role.Dispatcher,
            CancellationToken.None);
        return new NightTraffic(clients, made.Read<JsonElement>().GetProperty("id").GetString()!);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _lane;
        _clients.ForEach(c => c.Dispose());
        _stop.Dispose();
    }

    private static async Task RunAsync(List<TocsinClient> clients, string incident, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            // Nobody waits for its answer: while the database is away that takes seconds.
            _ = clients[i % clients.Count].SendAsync(
                HttpMethod.Post, $"/incidents/{incident}/notes", new { text = "all quiet" }, $"{Guid.NewGuid():N}", Role.Dispatcher, stop);
            await Task.Delay(Every, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
