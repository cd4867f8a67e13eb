using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.CostlyReads;
using Tocsin.Journal;
using Tocsin.Positions;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.PastBoards;

/// <summary>
/// Answers with past boards, as the queue lets it: one worker for a key, so that a cancellation, which is a call of its own, comes to it.
/// </summary>
[StatelessWorker(1), Reentrant, CollectionAgeLimit(Minutes = CostlyReadLimits.WorkerMinutes)]
internal sealed class PastBoardGrain(
    StreamCatalogue kinds,
    IJournal journal,
    RecordedBoards recorded,
    OccurredBoards occurred,
    IPositionStore positions,
    CostlyReadQueues queues,
    TimeProvider time)
    : Grain, IPastBoardGrain
{
    private static readonly Thing TooMany = new(new Refusal(RefusalCode.Invalid, "More stood on the board then than can be shown."), "", 0);

    /// <inheritdoc/>
    public Task<Thing> At(DateTimeOffset at, BoardBy by, Actor reader, CancellationToken gone = default) =>
        queues.PastBoards.RunAsync(cancellation => MakeAsync(at, by, reader, cancellation), gone);

    private async Task<Thing> MakeAsync(DateTimeOffset at, BoardBy by, Actor reader, CancellationToken gone)
    {
        // What is yet to come is as it is now.
        var instant = at < time.GetUtcNow() ? at : time.GetUtcNow();
        var position = by == BoardBy.Recorded ? await recorded.PositionAsync(instant, gone) : (await journal.ReadEndAsync(gone)).Position;
        var board = by == BoardBy.Recorded ? await recorded.AtAsync(position, gone) : await occurred.AtAsync(instant, gone);
        if (board is null)
            return TooMany;
        var places = (await positions.AtAsync(instant, PastBoardLimits.PositionAgeMax, gone))
            .ToDictionary(r => r.UnitId, StringComparer.Ordinal);
        return new Thing(null, PastBoardText.Write(kinds, journal.Epoch, position, instant, board, places, reader), 0);
    }
}
