using System.Text;
using Orleans.Concurrency;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Positions;
using Tocsin.Presence;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.Live;

/// <summary>Tells gateways what this silo's picture shows.</summary>
[StatelessWorker, Reentrant]
internal sealed class LiveGrain(
    LiveBoard board,
    StreamCatalogue kinds,
    IJournal journal,
    PositionBook positions,
    RefusalBook refusals,
    PresenceBook presences,
    LiveCounter counter,
    LiveExchange exchange,
    PositionKeeping keeping,
    TimeProvider time) : Grain, ILiveGrain
{
    /// <inheritdoc/>
    public Task<BoardPart> Load(StreamId? after) => LoadKinds(after, LiveKinds.Baseline);

    /// <inheritdoc/>
    public Task<BoardPart> LoadKinds(StreamId? after, string kinds)
    {
        var picture = board.Loaded;
        var (items, position) = picture.Part(after, ILiveGrain.ItemsMax, LiveAudience.Of(kinds));
        return Task.FromResult(new BoardPart(
            picture.Epoch, position, [.. items.Select(i => i.ToBoardItem())], items.Count < ILiveGrain.ItemsMax));
    }

    /// <inheritdoc/>
    public async Task<LivePage> Read(JournalPosition after, LiveMark mark, TimeSpan wait)
    {
        var picture = board.Loaded;
        var audience = LiveAudience.Of(mark.Kinds);
        var seen = mark.Silo == counter.Silo || mark.IsNotWanted ? mark.Count : 0;
        if (picture.After(after, ILiveGrain.EventsMax) is not { } found)
            return await ReadOldAsync(picture, after, audience);

        if (found.Position <= after && wait > TimeSpan.Zero)
        {
            using var pause = new CancellationTokenSource(wait < ILiveGrain.WaitMax ? wait : ILiveGrain.WaitMax, time);
            await found.Moved
                .WaitAsync(pause.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            found = picture.After(after, ILiveGrain.EventsMax) ?? found;
        }

        // The count is read first: what is taken meanwhile is told twice rather than never.
        var now = counter.Count;
        return new LivePage(
            picture.Epoch,
            found.Position,
            [.. found.Events.Where(e => audience.Reads(e.Stream)).Select(Tell)],
            [.. found.Items.Where(i => audience.Reads(i.Stream)).Select(i => i.ToBoardItem())],
            positions.Since(seen),
            presences.Since(seen),
            new LiveMark(counter.Silo, now, mark.Kinds),
            refusals.Since(seen));
    }

    /// <inheritdoc/>
    public async Task<JournalPosition> End() => (await journal.ReadEndAsync()).Position;

    /// <inheritdoc/>
    public Task Hand(IReadOnlyList<PositionReport> reports, IReadOnlyList<PresenceReport> present)
    {
        exchange.TakeFromGateway(reports, present);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandHeard(HeardReports heard)
    {
        exchange.TakeFromGateway(heard);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> Track(UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit) =>
        keeping.TrackAsync(unit, from, to, limit);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnitId>> Registered(IReadOnlyList<UnitId> units)
    {
        var known = units.Where(u => board.Picture?.Find(u.Stream) is not null).ToList();
        var unknown = units.Except(known).Select(u => u.Stream).ToList();
        return unknown.Count == 0 ? known : [.. known, .. (await journal.ReadBoardAsync(unknown)).Select(r => UnitId.Of(r.Stream.Id))];
    }

    // What this program does not know, or what is damaged, is named and no more: it cannot say who may read it.
    private LiveEvent Tell(JournalEvent happened) => new(
        happened.Position,
        happened.Stream,
        happened.Version,
        happened.Kind,
        happened.RecordedAt,
        kinds.Knows(happened) ? TrailPage.EventUtf8(happened) : Encoding.UTF8.GetBytes(TrailPage.Bare(happened)));

    // Further back than memory reaches: the events from the journal, their things as they stand now.
    private async Task<LivePage> ReadOldAsync(LivePicture picture, JournalPosition after, LiveAudience audience)
    {
        var page = await journal.ReadPageAsync(after, ILiveGrain.EventsMax);
        var items = page.Rows
            .Where(r => audience.Reads(r.Stream))
            .Select(board.Reader.Read)
            .OfType<LiveItem>()
            .Select(i => i.ToBoardItem());
        var events = page.Events.Where(e => audience.Reads(e.Stream)).Select(Tell);
        return new LivePage(
            picture.Epoch,
            page.Events.Count == 0 ? after : page.Events[^1].Position,
            [.. events],
            [.. items],
            [],
            [],
            default);
    }
}
