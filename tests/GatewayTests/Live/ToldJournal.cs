using System.Collections.Concurrent;
using System.Text;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Live;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Tests.GatewayTests.Live;

/// <summary>
/// A cluster that tells of events as a test writes them: position after position, each of a unit of its own that is on no board.
/// </summary>
internal sealed class ToldJournal : ILiveGrain
{
    private readonly Lock _lock = new();
    private readonly List<LiveEvent> _events = [];
    private TaskCompletionSource _moved = new();

    /// <summary>Its history.</summary>
    public static Epoch Epoch { get; } = new("told-1-0");

    /// <summary>After which positions somebody asked, without wanting to wait.</summary>
    public ConcurrentQueue<long> AskedForOld { get; } = new();

    /// <summary>How often a question for what is old is answered as by a silo that is behind whoever asks.</summary>
    public int BehindFor { get; set; }

    /// <summary>Where the database ends, when that is beyond what any silo knows yet.</summary>
    public long? DatabaseEnd { get; set; }

    private long Last => _events.Count;

    /// <summary>Writes events whose JSON is at least so long.</summary>
    public ToldJournal Write(int count, int bytes = 0)
    {
        TaskCompletionSource moved;
        lock (_lock)
        {
            for (var i = 0; i < count; i++)
                _events.Add(Event(Last + 1, bytes));
            (moved, _moved) = (_moved, new());
        }

        moved.SetResult();
        return this;
    }

    /// <summary>An event at a position.</summary>
    public static LiveEvent Event(long position, int bytes = 0)
    {
        var json = $"{{\"position\":{position},\"stream\":\"unit/u{position}\",\"text\":\"{new string('x', bytes)}\"}}";
        return new LiveEvent(
            new JournalPosition(position),
            new StreamId(StreamKind.Unit, $"u{position}"),
            1,
            "UnitRegistered",
            DateTimeOffset.UtcNow,
            Encoding.UTF8.GetBytes(json));
    }

    public Task<BoardPart> LoadKinds(StreamId? after, string kinds) => Load(after);

    public Task<BoardPart> Load(StreamId? after)
    {
        lock (_lock)
            return Task.FromResult(new BoardPart(Epoch, new JournalPosition(Last), [], IsLast: true));
    }

    public async Task<LivePage> Read(JournalPosition after, LiveMark mark, TimeSpan wait)
    {
        if (wait == TimeSpan.Zero)
            AskedForOld.Enqueue(after.Value);
        if (wait == TimeSpan.Zero && BehindFor-- > 0)
            return new LivePage(Epoch, JournalPosition.Start, [], [], [], [], default);
        Task moved;
        lock (_lock)
            (moved, wait) = (_moved.Task, Last > after.Value ? TimeSpan.Zero : wait);
        await moved.WaitAsync(wait)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        lock (_lock)
        {
            var events = _events.Skip((int)after.Value).Take(ILiveGrain.EventsMax).ToList();
            return new LivePage(Epoch, events.Count == 0 ? new JournalPosition(Last) : events[^1].Position, events, [], [], [], default);
        }
    }

    public Task<JournalPosition> End()
    {
        lock (_lock)
            return Task.FromResult(new JournalPosition(DatabaseEnd ?? Last));
    }

    public Task HandHeard(HeardReports heard) => Task.CompletedTask;

    public Task Hand(IReadOnlyList<PositionReport> positions, IReadOnlyList<PresenceReport> presences) => Task.CompletedTask;

    public Task<IReadOnlyList<PositionReport>> Track(UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit) =>
        Task.FromResult<IReadOnlyList<PositionReport>>([]);

    public Task<IReadOnlyList<UnitId>> Registered(IReadOnlyList<UnitId> units) => Task.FromResult(units);
}
