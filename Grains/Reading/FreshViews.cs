using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.StreamKinds;

namespace Tocsin.Reading;

/// <summary>
/// Views as this code makes them. A row that older code wrote is made anew out of its events, each time it is read, until the next append
/// writes it; one that newer code wrote, while silos are replaced one by one, is left as it is.
/// </summary>
internal sealed class FreshViews(StreamCatalogue kinds, IJournal journal)
{
    /// <summary>How many rows of a page are made anew at once: each reads a whole stream.</summary>
    private const int AtOnce = 8;

    /// <summary>One row, or null when the stream has no event.</summary>
    public async ValueTask<BoardRow?> FindAsync(StreamId stream) =>
        await journal.FindAsync(stream) is { } row ? await FreshAsync(row) : null;

    /// <summary>The views of rows, in their order.</summary>
    public async ValueTask<IReadOnlyList<string>> OfAsync(IReadOnlyList<BoardRow> rows)
    {
        if (!rows.Any(IsOld))
            return [.. rows.Select(r => r.Entry.View)];
        var views = new string[rows.Count];
        await Parallel.ForAsync(
            0,
            rows.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, _) => views[i] = (await FreshAsync(rows[i])).Entry.View);
        return views;
    }

    /// <summary>What the events of a stream come to, up to the first that does not belong to it.</summary>
    public async Task<IStreamState> FoldAsync(StreamId stream, Func<JournalEvent, bool> belongs)
    {
        var state = kinds.Initial(stream);
        while (true)
        {
            var page = await journal.ReadStreamAsync(stream, state.Version, JournalLimits.EventsPerPage);
            foreach (var happened in page)
            {
                if (!belongs(happened))
                    return state;
                state = kinds.Apply(state, happened);
            }

            if (page.Count < JournalLimits.EventsPerPage)
                return state;
        }
    }

    /// <summary>Whether older code made the row's view. What this program does not know is never old.</summary>
    public bool IsOld(BoardRow row) => kinds.Find(row.Stream) is { } definition && row.Entry.ViewCode < definition.ViewCode;

    /// <summary>
    /// A row as its stream's events say it, where the row itself is damaged: for what the whole centre needs in order to go on. Null: the
    /// events are damaged, too, or are not there.
    /// </summary>
    public async ValueTask<BoardRow?> SoundAsync(BoardRow row)
    {
        if (!row.IsDamaged)
            return row;
        try
        {
            var state = await FoldAsync(row.Stream, _ => true);
            return state.Version == 0
                ? null
                : new BoardRow(row.Stream, state.Version, [], JournalPosition.Start, state.ToBoard()) { IsMended = true };
        }
        catch (Exception exception) when (exception is DamagedException or NewerVersionException)
        {
            return null;
        }
    }

    /// <summary><see cref="SoundAsync(BoardRow)"/> of each; those that cannot be had are left out.</summary>
    public async ValueTask<IReadOnlyList<BoardRow>> SoundAsync(IReadOnlyList<BoardRow> rows)
    {
        if (!rows.Any(r => r.IsDamaged))
            return rows;
        var sound = new List<BoardRow>(rows.Count);
        foreach (var row in rows)
        {
            if (await SoundAsync(row) is { } found)
                sound.Add(found);
        }

        return sound;
    }

    // Of the very version that the row has: what came meanwhile has another ETag.
    private async ValueTask<BoardRow> FreshAsync(BoardRow row)
    {
        if (!IsOld(row))
            return row;
        try
        {
            return row with { Entry = (await FoldAsync(row.Stream, happened => happened.Version <= row.Version)).ToBoard() };
        }
        catch (NewerVersionException)
        {
            // It holds an event that this program cannot fold: the stored view is the best that there is.
            return row;
        }
    }
}
