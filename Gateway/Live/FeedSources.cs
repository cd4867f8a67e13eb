using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Journal;

namespace Tocsin.Live;

/// <summary>What all clients on the feed share.</summary>
internal sealed class FeedSources(Responder responder, BoardFollower follower, FeedTelemetry telemetry, FeedMetrics metrics, FeedTiming timing) : IDisposable
{
    /// <summary>The follower.</summary>
    public BoardFollower Follower => follower;

    /// <summary>Positions and presences.</summary>
    public FeedTelemetry Telemetry => telemetry;

    /// <summary>What is measured.</summary>
    public FeedMetrics Metrics => metrics;

    /// <summary>How patient it is.</summary>
    public FeedTiming Timing => timing;

    /// <summary>The clock.</summary>
    public TimeProvider Time => responder.Time;

    /// <summary>Who is far behind waits for one of these.</summary>
    public SemaphoreSlim CatchUps { get; } = new(FeedLimits.CatchUpsMax);

    /// <summary>Events from further back than this gateway remembers.</summary>
    public Task<LivePage> ReadOldAsync(JournalPosition after, CancellationToken gone) =>
        responder.Caller.Call(CallPolicy.Read, _ => responder.Grains.GetGrain<ILiveGrain>(0).Read(after, LiveMark.NotWanted, TimeSpan.Zero), gone);

    /// <summary>Where the journal ends, by the database.</summary>
    public Task<JournalPosition> EndAsync(CancellationToken gone) => responder.Caller.Call(CallPolicy.Read, _ => responder.Grains.GetGrain<ILiveGrain>(0).End(), gone);

    /// <inheritdoc/>
    public void Dispose() => CatchUps.Dispose();
}
