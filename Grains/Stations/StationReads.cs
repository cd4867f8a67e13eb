using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;

namespace Tocsin.Stations;

/// <summary>Reads of stations.</summary>
internal sealed class StationReads(IJournal journal, FreshViews views)
{
    /// <summary>A page of stations, by id.</summary>
    /// <param name="kind">Only of this kind; null: of all.</param>
    /// <param name="limit">The most items.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    public async Task<ThingPage> ListAsync(StationKind? kind, int limit, string? cursor)
    {
        if (!Cursor.TryReadId(cursor, out var after))
            return Cursor.Refused();

        // Stations are few (hundreds), and the board has no order by id: read them all, in pages, and sort.
        var all = new List<BoardRow>();
        IReadOnlyList<BoardRow> rows;
        do
        {
            var position = all.LastOrDefault(r => !r.IsDamaged)?.Position ?? JournalPosition.Start;
            all.AddRange(rows = await journal.ReadBoardAsync(StreamKind.Station, openOnly: false, position, JournalLimits.EventsPerPage));
        }
        while (rows.Count == JournalLimits.EventsPerPage);
        var page = all
            .Where(r => string.CompareOrdinal(r.Stream.Id, after ?? "") > 0)
            .DistinctBy(r => r.Stream)
            .Where(r => kind is null || r.IsDamaged || r.Entry.ValueOf<StationView>().Kind == kind)
            .OrderBy(r => r.Stream.Id, StringComparer.Ordinal)
            .Take(limit + 1)
            .ToList();
        var next = page.Count > limit ? Cursor.WriteId(page[limit - 1].Stream.Id) : null;
        var shown = page.Take(limit).ToList();
        return new ThingPage(null, await views.OfAsync([.. shown.Where(r => !r.IsDamaged)]), next)
        {
            Damaged = ThingReads.DamagedOf(shown),
        };
    }
}
