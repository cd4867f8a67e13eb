using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.StreamKinds;

namespace Tocsin.Reading;

/// <summary>Reads of single things of every kind: from board rows and events; no grain of a thing is woken.</summary>
internal sealed class ThingReads(StreamCatalogue kinds, IJournal journal, FreshViews views, TimeProvider time)
{
    private static readonly IReadOnlySet<int> Nothing = new HashSet<int>();

    /// <summary>The answer for a thing that does not exist.</summary>
    public static Thing NotFound { get; } = new(new Refusal(RefusalCode.NotFound, "There is no such thing."), "", 0);

    /// <summary>The answer for a thing that the reader must not see.</summary>
    public static Thing NotYours { get; } = new(new Refusal(RefusalCode.NotYours, "It is another's affair."), "", 0);

    /// <summary>A thing's view as an observer at a time sees it, and its version then; null when it did not exist.</summary>
    /// <param name="stream">The thing's stream.</param>
    /// <param name="at">The time; null: now.</param>
    public async Task<(string View, int Version)?> ViewAsync(StreamId stream, DateTimeOffset? at)
    {
        var now = time.GetUtcNow();
        if (at is not { } instant)
            return await views.FindAsync(stream) is { } row ? (ViewAt(stream, row.Entry.View, now), row.Version) : null;
        var state = await views.FoldAsync(stream, happened => happened.RecordedAt <= instant);
        return state.Version == 0 ? null : (ViewAt(stream, state.ToBoard().View, instant < now ? instant : now), state.Version);
    }

    /// <summary>A stored view as an observer at a time sees it.</summary>
    public string ViewAt(StreamId stream, string view, DateTimeOffset at) =>
        kinds.Find(stream)?.ViewAt is { } viewAt ? viewAt(view, at) : view;

    /// <summary>A page of a list in order of time, each view as it is now, with the cursor of the next page.</summary>
    /// <param name="rows">What the list found: up to one more than the page holds, which says that there is another page.</param>
    /// <param name="limit">How many the page holds, 1 or more.</param>
    /// <param name="fill">Adds to the views, in their order, what no row holds (a caller's number); null: nothing.</param>
    public async Task<ThingPage> PageAsync(
        IReadOnlyList<ListedRow> rows, int limit, Func<IReadOnlyList<string>, Task<IReadOnlyList<string>>>? fill = null)
    {
        var page = rows.Take(limit).ToList();
        var items = await ViewsAsync(page);
        if (fill is not null)
            items = await fill(items);
        return new ThingPage(null, items, rows.Count > page.Count ? Cursor.Write(page[^1].At, page[^1].Row.Stream.Id) : null)
        {
            Damaged = DamagedOf(page.Select(r => r.Row)),
        };
    }

    /// <summary>The streams of those rows that are damaged.</summary>
    public static IReadOnlyList<StreamId> DamagedOf(IEnumerable<BoardRow> rows) => [.. rows.Where(r => r.IsDamaged).Select(r => r.Stream)];

    /// <summary>The views of rows that a list found, each as it is now; a damaged one is stepped over.</summary>
    /// <param name="page">The rows.</param>
    public async Task<IReadOnlyList<string>> ViewsAsync(IReadOnlyList<ListedRow> page)
    {
        var now = time.GetUtcNow();
        var rows = page.Select(r => r.Row).Where(r => !r.IsDamaged).ToList();
        var fresh = await views.OfAsync(rows);
        return [.. fresh.Zip(rows, (view, row) => ViewAt(row.Stream, view, now))];
    }

    /// <summary>The thing's board row, or why the reader is not shown anything of it.</summary>
    public async Task<(BoardRow? Row, Refusal? Refusal)> RowAsync(StreamId stream, Actor reader)
    {
        if (await journal.FindAsync(stream) is not { } row)
            return (null, NotFound.Refusal);
        return kinds.Of(stream).MayRead(row, reader, time.GetUtcNow()) ? (row, null) : (null, NotYours.Refusal);
    }

    /// <summary>The events of a thing after a position, as JSON.</summary>
    /// <param name="stream">The thing's stream.</param>
    /// <param name="after">The position.</param>
    /// <param name="limit">How many, 1 or more.</param>
    /// <param name="lines">Each as the very line that was hashed.</param>
    /// <param name="reader">Who reads.</param>
    public async Task<ThingPage> TrailAsync(StreamId stream, JournalPosition after, int limit, bool lines, Actor reader)
    {
        var (row, refusal) = await RowAsync(stream, reader);
        if (row is null)
        {
            // A preset can be read before its first event: nothing ever happened to it.
            var unwritten = refusal == NotFound.Refusal && (kinds.Of(stream).ExistsUnwritten?.Invoke(stream.Id) ?? false);
            return new ThingPage(unwritten ? null : refusal, [], null);
        }

        return await EventsAsync(stream, after, limit, lines);
    }

    /// <summary>The same for a reader of whom it is known that he may read the thing.</summary>
    /// <param name="stream">The thing's stream.</param>
    /// <param name="after">The position.</param>
    /// <param name="limit">How many, 1 or more.</param>
    /// <param name="lines">Each as the very line that was hashed.</param>
    public async Task<ThingPage> EventsAsync(StreamId stream, JournalPosition after, int limit, bool lines)
    {
        var events = await TrailPage.ReadAsync(journal, stream, after, limit + 1);
        var page = events.Take(limit).ToList();
        var erased = lines ? await journal.ReadEncipheredAsync(stream) : Nothing;
        return new ThingPage(
            null,
            [.. page.Select(e => lines ? TrailPage.Row(e, erased.Contains(e.Version)) : TrailPage.Event(e))],
            events.Count > page.Count ? page[^1].Position.ToString() : null);
    }

    /// <summary>
    /// While the database is unavailable the board in memory answers, as far as it can; what it does not hold stays unavailable.
    /// </summary>
    /// <param name="read">Reads from the database.</param>
    /// <param name="remembered">Answers from memory; null: it cannot.</param>
    public static async Task<T> OrRemembered<T>(Func<Task<T>> read, Func<T?> remembered)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (JournalUnavailableException)
        {
            if (remembered() is { } answer)
                return answer;
            throw;
        }
    }
}
