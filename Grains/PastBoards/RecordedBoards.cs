using System.Globalization;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;

namespace Tocsin.PastBoards;

/// <summary>The board as it was known: the last mark before the moment, and what was recorded between the two.</summary>
internal sealed class RecordedBoards(IJournal journal, ISealStore heads, IBoardMarkStore marks, PastStates states)
{
    /// <summary>The position up to which things had been recorded at an instant.</summary>
    public async Task<JournalPosition> PositionAsync(DateTimeOffset at)
    {
        // The time of recording never falls with rising position, so the place is found by halving.
        var (low, high) = (0L, (await journal.ReadEndAsync()).Position.Value);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            var page = await journal.ReadAsync(new JournalPosition(middle - 1), 1);
            if (page.Count > 0 && page[0].RecordedAt <= at)
                low = page[0].Position.Value;
            else
                high = middle - 1;
        }

        return new JournalPosition(low);
    }

    /// <summary>The states of the incidents and units that stood on the board as of a position; null when they are too many.</summary>
    public async Task<IReadOnlyList<IStreamState>?> AtAsync(JournalPosition position)
    {
        var mark = await marks.FindAsync(journal.Epoch, position, CancellationToken.None);
        var versions = new Dictionary<StreamId, int>();
        foreach (var line in (mark?.Items ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            versions[StreamId.OfRow(line[..space])] = int.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture);
        }

        await foreach (var head in heads.HeadsAsync(mark?.Position ?? JournalPosition.Start, position, CancellationToken.None))
        {
            if (StreamId.TryParse(head.Stream, out var stream) && stream.Kind is StreamKind.Incident or StreamKind.Unit)
                versions[stream] = head.Version;
            if (versions.Count > PastBoardLimits.ItemsMax)
                return null;
        }

        var found = new IStreamState[versions.Count];
        await Parallel.ForEachAsync(
            versions.Select((entry, i) => (entry.Key, entry.Value, Index: i)),
            new ParallelOptions { MaxDegreeOfParallelism = PastBoardLimits.FoldsAtOnce },
            async (one, _) => found[one.Index] = await states.AtAsync(one.Key, one.Value));
        return found;
    }
}
