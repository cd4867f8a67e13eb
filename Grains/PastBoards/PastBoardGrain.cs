using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Journal;
using Tocsin.Positions;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.PastBoards;

/// <summary>Answers with past boards, a few at a time.</summary>
[StatelessWorker(PastBoardLimits.BoardsAtOnce)]
internal sealed class PastBoardGrain(
    StreamCatalogue kinds, IJournal journal, RecordedBoards recorded, OccurredBoards occurred, IPositionStore positions, TimeProvider time)
    : Grain, IPastBoardGrain
{
    private static readonly Thing TooMany = new(new Refusal(RefusalCode.Invalid, "More stood on the board then than can be shown."), "", 0);

    /// <inheritdoc/>
    public async Task<Thing> At(DateTimeOffset at, BoardBy by, Actor reader)
    {
        // What is yet to come is as it is now.
        var instant = at < time.GetUtcNow() ? at : time.GetUtcNow();
        var position = by == BoardBy.Recorded ? await recorded.PositionAsync(instant) : (await journal.ReadEndAsync()).Position;
        var board = by == BoardBy.Recorded ? await recorded.AtAsync(position) : await occurred.AtAsync(instant);
        if (board is null)
            return TooMany;
        var places = (await positions.AtAsync(instant, PastBoardLimits.PositionAgeMax, CancellationToken.None))
            .ToDictionary(r => r.UnitId, StringComparer.Ordinal);
        return new Thing(null, PastBoardText.Write(kinds, journal.Epoch, position, instant, board, places, reader), 0);
    }
}
