using System.Collections.Concurrent;
using System.Diagnostics;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>
/// Dispatchers at work on one journal: each has an incident and a unit of its own, repeats what was not answered with the same command, and
/// writes down what was acknowledged. Afterwards the ledger is compared with the journal.
/// </summary>
internal sealed class Load(IJournal journal) : IDisposable
{
    private const int EventsPerCommand = 3;
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentDictionary<CommandId, (long First, long Last)> _acknowledged = new();
    private Task _work = Task.CompletedTask;
    private int _unavailable;
    private long _slowest;

    /// <summary>The longest wait for any answer, also for a refusal.</summary>
    public TimeSpan Slowest => TimeSpan.FromTicks(Interlocked.Read(ref _slowest));

    /// <summary>How many were acknowledged.</summary>
    public int Acknowledged => _acknowledged.Count;

    /// <summary>How many tries were answered as unavailable.</summary>
    public int Unavailable => _unavailable;

    public void Start(int dispatchers) => _work = Task.WhenAll(Enumerable.Range(0, dispatchers).Select(_ => Task.Run(WorkAsync)));

    /// <summary>Returns once another so many were acknowledged.</summary>
    public async Task ProgressAsync(int count, TimeSpan limit)
    {
        var (goal, clock) = (Acknowledged + count, Stopwatch.StartNew());
        while (Acknowledged < goal)
        {
            Assert.True(clock.Elapsed < limit, $"only {Acknowledged - goal + count} of {count} were acknowledged within {limit}");
            await Task.Delay(5);
        }
    }

    public async Task StopAsync()
    {
        await _over.CancelAsync();
        await _work;
    }

    /// <summary>
    /// Every acknowledged command stands there once and whole, nothing is half done, and every chain and board row agrees.
    /// </summary>
    public async Task AuditAsync()
    {
        var events = await Whole.JournalAsync(journal, TestContext.Current.CancellationToken);
        Whole.Check(events);
        var appends = events.GroupBy(e => e.CommandId).ToDictionary(g => g.Key, g => (g.First().Position.Value, g.Last().Position.Value));
        Assert.All(events.GroupBy(e => e.CommandId), append => Assert.Equal(EventsPerCommand, append.Count()));
        foreach (var (command, place) in _acknowledged)
            Assert.Equal(place, appends[command]);
        foreach (var head in events.GroupBy(e => e.Stream).Select(g => g.Last()))
        {
            var row = await journal.FindAsync(head.Stream, TestContext.Current.CancellationToken);
            Assert.Equal((head.Version, head.Position), (row!.Version, row.Position));
            Assert.Equal(head.Hash, row.Hash);
        }
    }

    public void Dispose() => _over.Dispose();

    private async Task WorkAsync()
    {
        var incident = new StreamId(StreamKind.Incident, Guid.NewGuid().ToString("N"));
        var unit = new StreamId(StreamKind.Unit, Guid.NewGuid().ToString("N"));
        for (var n = 0; !_over.IsCancellationRequested; n++)
        {
            // Every other one without a key: what became of it is then read from its events.
            var draft = new Draft(journal.Epoch).Event(incident, n * 2).Event(unit, n).Event(incident, n * 2);
            if (n % 2 == 0)
                draft.Keyed();
            if (!await SettleAsync(draft.Build(), incident))
                return;
        }
    }

    /// <summary>Sends it until it is done; false when the work is over before.</summary>
    private async Task<bool> SettleAsync(AppendRequest request, StreamId incident)
    {
        var unsure = false;
        while (!_over.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            AppendResult? result = null;
            try
            {
                result = await journal.AppendAsync(request with { Epoch = journal.Epoch });
            }
            catch (JournalUnavailableException)
            {
                Interlocked.Increment(ref _unavailable);
                unsure = true;
            }

            var took = Stopwatch.GetElapsedTime(started).Ticks;
            InterlockedMax(ref _slowest, took);
            switch (result?.Outcome)
            {
                case AppendOutcome.Committed:
                    _acknowledged[request.CommandId] = (result.FirstPosition.Value, result.LastPosition.Value);
                    return true;
                case AppendOutcome.Repeated when unsure:
                    return true;
                case AppendOutcome.Conflict when unsure && request.Key is null && await DidAsync(incident, request.CommandId):
                    return true;
                case null:
                    await Task.Delay(20);
                    break;
                default:
                    Assert.Fail($"answered {result!.Outcome}, unsure {unsure}");
                    break;
            }
        }

        return false;
    }

    private async Task<bool> DidAsync(StreamId stream, CommandId command)
    {
        while (true)
        {
            try
            {
                return await journal.HasCommandAsync(stream, command);
            }
            catch (JournalUnavailableException) when (!_over.IsCancellationRequested)
            {
                await Task.Delay(20);
            }
        }
    }

    private static void InterlockedMax(ref long place, long value)
    {
        var seen = Interlocked.Read(ref place);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
