using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;
using Tocsin.StreamKinds;

namespace Tocsin.PastBoards;

/// <summary>The board as it was known: the last mark before the moment, and what was recorded between the two.</summary>
internal sealed class RecordedBoards(StreamCatalogue kinds, IJournal journal, ISealStore heads, IBoardMarkStore marks, PastStates states)
{
    private const int EventsPerStep = 2;

    /// <summary>The position up to which things had been recorded at an instant.</summary>
    public async Task<JournalPosition> PositionAsync(DateTimeOffset at, CancellationToken gone = default)
    {
        // The time of recording never falls with rising position, so the place is found by halving.
        var (low, high) = (0L, (await journal.ReadEndAsync(gone)).Position.Value);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);

            // A damaged event does not say when it was recorded: the next one that does stands for it.
            var page = await journal.ReadAsync(new JournalPosition(middle - 1), EventsPerStep, gone);
            if (page.FirstOrDefault(e => !e.IsDamaged) is { } found && found.RecordedAt <= at)
                low = found.Position.Value;
            else
                high = middle - 1;
        }

        return new JournalPosition(low);
    }

    /// <summary>What stood on the board as of a position; null when it is too much.</summary>
    public async Task<PastBoard?> AtAsync(JournalPosition position, CancellationToken gone = default)
    {
        var mark = await marks.FindAsync(journal.Epoch, position, gone);
        var versions = new Dictionary<StreamId, int>();
        foreach (var line in (mark?.Items ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            versions[StreamId.OfRow(line[..space])] = int.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture);
        }

        await foreach (var head in heads.HeadsAsync(mark?.Position ?? JournalPosition.Start, position, gone))
        {
            var stream = StreamId.OfRow(head.Stream);
            if (kinds.Find(stream) is not { Board.OnBoard: false })
                versions[stream] = head.Version;
            if (versions.Count > PastBoardLimits.ItemsMax)
                return null;
        }

        var known = versions.Where(v => kinds.Find(v.Key) is not null).ToList();
        var unknown = versions.Keys.Where(s => kinds.Find(s) is null).ToList();
        return await PastBoard.FoldAsync(known, unknown, async one => (one.Key, await states.AtAsync(one.Key, one.Value, gone)), gone);
    }
}
