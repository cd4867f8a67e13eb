using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.PastBoards;

/// <summary>
/// The board as it really was: of the incidents that were open at the moment, and of the units, what had occurred by then.
/// </summary>
internal sealed class OccurredBoards(IJournal journal, IJournalQueries queries, PastStates states)
{
    /// <summary>What stood on the board at an instant; null when it is too much.</summary>
    public async Task<PastBoard?> AtAsync(DateTimeOffset at, CancellationToken gone = default)
    {
        var incidents = await queries.ListOpenAtAsync(at, PastBoardLimits.ItemsMax + 1, gone);
        if (incidents.Count > PastBoardLimits.ItemsMax)
            return null;
        var streams = incidents.Select(i => i.Stream).Concat(await UnitsAsync(gone)).ToList();
        return await PastBoard.FoldAsync(streams, [], async stream => (stream, await states.OccurredAsync(stream, at, gone)), gone);
    }

    private async Task<IReadOnlyList<StreamId>> UnitsAsync(CancellationToken gone)
    {
        var units = new List<StreamId>();
        IReadOnlyList<BoardRow> page;
        var after = JournalPosition.Start;
        do
        {
            page = await journal.ReadBoardAsync(StreamKind.Unit, openOnly: false, after, JournalLimits.EventsPerPage, gone);

            // A damaged row need not name its unit, nor its place. The events say whether there is one.
            units.AddRange(page.Where(r => r.Stream.Kind == StreamKind.Unit).Select(r => r.Stream));
            after = page.LastOrDefault(r => !r.IsDamaged)?.Position ?? (page.Count > 0 ? page[^1].Position : after);
        }
        while (page.Count == JournalLimits.EventsPerPage);
        return [.. units.Distinct()];
    }
}
