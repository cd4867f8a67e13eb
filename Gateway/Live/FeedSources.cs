using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Journal;
using Tocsin.Recording;
using Tocsin.SignIn;

namespace Tocsin.Live;

/// <summary>The services that all clients on the feed share.</summary>
internal sealed class FeedSources(
    Responder responder,
    BoardFollower follower,
    FeedTelemetry telemetry,
    FeedMetrics metrics,
    FeedPlaces places,
    FeedTiming timing,
    BlockedSubjects blocked,
    AccessLog log)
    : IDisposable
{
    /// <summary>The follower.</summary>
    public BoardFollower Follower => follower;

    /// <summary>Positions and presences.</summary>
    public FeedTelemetry Telemetry => telemetry;

    /// <summary>Whose feeds are cut.</summary>
    public BlockedSubjects Blocked => blocked;

    /// <summary>The metrics.</summary>
    public FeedMetrics Metrics => metrics;

    /// <summary>The places on the feed.</summary>
    public FeedPlaces Places => places;

    /// <summary>The access log.</summary>
    public AccessLog Log => log;

    /// <summary>The timeouts.</summary>
    public FeedTiming Timing => timing;

    /// <summary>The clock.</summary>
    public TimeProvider Time => responder.Time;

    /// <summary>A client that is read from the journal holds one of these.</summary>
    public SemaphoreSlim CatchUps { get; } = new(FeedLimits.CatchUpsMax);

    /// <summary>Events that are older than the frames in memory.</summary>
    public Task<LivePage> ReadOldAsync(JournalPosition after, CancellationToken gone) =>
        responder.Caller.Call(CallPolicy.Read, _ => Live.Read(after, LiveMark.NotWanted, TimeSpan.Zero), gone);

    /// <summary>The journal's end, read from the database.</summary>
    public Task<JournalPosition> EndAsync(CancellationToken gone) => responder.Caller.Call(CallPolicy.Read, _ => Live.End(), gone);

    private ILiveGrain Live => responder.Grains.GetGrain<ILiveGrain>(0);

    /// <inheritdoc/>
    public void Dispose() => CatchUps.Dispose();
}
