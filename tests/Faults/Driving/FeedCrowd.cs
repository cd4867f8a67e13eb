using System.Diagnostics;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Load.Auditing;
using Tocsin.Tests.Load.Feed;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Faults.Driving;

/// <summary>
/// Clients that hang on the feed of a gateway each and come back to it whenever they are cut. In the end each must have been told every
/// event once, in order; what happened is read from the feed anew and compared with the trails.
/// </summary>
/// <param name="urls">The gateways.</param>
/// <param name="tokens">Who the clients are.</param>
/// <param name="count">How many clients each gateway has.</param>
public sealed class FeedCrowd(IReadOnlyList<Uri> urls, TokenBook tokens, int count) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly List<FeedConnection> _gateways = [.. urls.Select(url => new FeedConnection(url, tokens))];
    private readonly CancellationTokenSource _over = new();
    private readonly FeedClock _latencies = new();
    private readonly List<FeedClient> _clients = [];
    private Task _running = Task.CompletedTask;

    /// <summary>Returns when all of them hang on it.</summary>
    public async Task StartAsync()
    {
        _clients.AddRange(_gateways.SelectMany(gateway =>
            Enumerable.Range(0, count).Select(i => new FeedClient(gateway, _latencies, null, new Random(i)))));
        _running = Task.WhenAll(_clients.Select(client => client.RunAsync(_over.Token)));
        await Task.WhenAll(_clients.Select(client => client.Opened)).WaitAsync(Until.Cap);
    }

    /// <summary>Ends when every client has heard of what happened until now, and judges them.</summary>
    /// <param name="patient">Reads the trails.</param>
    /// <param name="unknown">
    /// The words of kinds of streams that not every gateway knew all the time: of those a client need not have been told.
    /// </param>
    public async Task<FeedFindings> EndAsync(TocsinClient patient, IReadOnlyList<string> unknown)
    {
        var (_, end) = await _gateways[0].BoardAsync(CancellationToken.None);
        var waited = Stopwatch.StartNew();
        while (_clients.Any(client => client.Passed < end) && waited.Elapsed < Until.Cap)
            await Task.Delay(Look);
        var behind = _clients.Count(client => client.Passed < end);
        await _over.CancelAsync();
        await _running;

        var (start, last) = (_clients.Min(c => c.Seen!.Start), _clients.Max(c => c.Passed));
        var truth = await FeedTruth.ReadAsync(_gateways[0], start, Math.Max(end, last), CancellationToken.None);
        await truth.CompareTrailsAsync(new TrailReader(patient), CancellationToken.None);
        var excused = unknown.SelectMany(truth.PositionsOf).ToHashSet();
        var verdicts = _clients.Select(client => ClientVerdict.Of(client, end, truth, excused)).ToList();
        var (live, cut) = (_latencies.Live(), _latencies.OverCuts());
        List<string> problems = [.. truth.Faults];
        Add(behind, "clients never heard of the last event");
        Add(verdicts.Count(v => !v.IsExact), "clients of the feed were not told exactly what happened");
        Add(_clients.Sum(c => c.Resets), "times a client was told to take the board anew, though the history is the same");
        return new FeedFindings(
            _clients.Count,
            truth.Count(start, end),
            _clients.Sum(c => c.Connections),
            verdicts.Sum(v => (long)v.Missed),
            verdicts.Sum(v => (long)v.Repeated),
            verdicts.Sum(v => (long)v.OutOfOrder),
            TimeSpan.FromMilliseconds(live.P99),
            TimeSpan.FromMilliseconds(live.Max),
            TimeSpan.FromMilliseconds(cut.Max),
            problems);

        void Add(int number, string what)
        {
            if (number > 0)
                problems.Add($"{number} {what}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gateways.ForEach(gateway => gateway.Dispose());
        _over.Dispose();
    }
}
