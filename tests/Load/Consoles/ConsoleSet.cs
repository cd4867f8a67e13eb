using Tocsin.Tests.Load.Feed;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Consoles;

/// <summary>The consoles of a load: all begin at one board, over the gateways in turn; the first reads every event whole.</summary>
public sealed class ConsoleSet : IDisposable
{
    /// <summary>The most that may be asked for.</summary>
    public const int ConsolesMax = 10_000;

    /// <summary>How long the opening of all may take.</summary>
    public static readonly TimeSpan OpenTime = TimeSpan.FromSeconds(60);

    /// <summary>How long they may take to hear of the last event after the load has ended.</summary>
    public static readonly TimeSpan CatchUpTime = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource end = new();
    private readonly List<FeedConnection> gateways;
    private readonly List<ConsoleClient> clients = [];
    private readonly List<Task> running = [];
    private readonly TimeProvider clock;

    private ConsoleSet(List<FeedConnection> gateways, TimeProvider clock)
    {
        this.gateways = gateways;
        this.clock = clock;
    }

    /// <summary>What they saw.</summary>
    public ConsoleCounts Counts { get; } = new();

    /// <summary>How many they are.</summary>
    public int Count => clients.Count;

    /// <summary>Consoles that were not told of everything in the end.</summary>
    public int Behind { get; private set; }

    /// <summary>Opens them.</summary>
    /// <exception cref="TimeoutException">Not all could be opened.</exception>
    public static async Task<ConsoleSet> OpenAsync(
        int count, IReadOnlyList<Uri> urls, TokenBook tokens, int seed, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(urls);
        var set = new ConsoleSet([.. urls.Select(u => new FeedConnection(u, tokens))], clock);
        if (count == 0)
            return set;
        var random = new Random(seed);
        var (epoch, position) = await set.gateways[0].BoardAsync(stop);
        for (var i = 0; i < count; i++)
        {
            var client = new ConsoleClient(
                set.gateways[i % urls.Count], set.Counts, i == 0 ? new WholeReader(set.Counts) : null, new Random(random.Next()), clock);
            set.clients.Add(client);
            set.running.Add(client.RunAsync(epoch, position, set.end.Token));
        }

        await Task.WhenAll(set.clients.Select(c => c.Opened)).WaitAsync(OpenTime, clock, stop);
        return set;
    }

    /// <summary>Waits until all have heard of everything, and closes them.</summary>
    public async Task CloseAsync()
    {
        if (clients.Count > 0)
        {
            var began = clock.GetTimestamp();
            try
            {
                var (_, last) = await gateways[0].BoardAsync(CancellationToken.None);
                while ((Behind = clients.Count(c => c.Passed < last)) > 0 && clock.GetElapsedTime(began) < CatchUpTime)
                    await Task.Delay(TimeSpan.FromMilliseconds(100), clock);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                Behind = clients.Count;
            }
        }

        await end.CancelAsync();
        await Task.WhenAll(running);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        end.Cancel();
        gateways.ForEach(g => g.Dispose());
        end.Dispose();
    }
}
