
namespace Tocsin.Journal.Writing;

/// <summary>
/// What one batch of this process wrote. The tail uses it without a read if no other process wrote in between: then it is exactly what is
/// in the database.
/// </summary>
public sealed class CommittedBatch
{
    private readonly IReadOnlyList<PreparedAppend> _appends;
    private readonly IReadOnlyList<AppendResult> _results;

    /// <summary>A batch and its answers, in the same order; at least one of them wrote an event.</summary>
    public CommittedBatch(IReadOnlyList<PreparedAppend> appends, IReadOnlyList<AppendResult> results)
    {
        (_appends, _results) = (appends, results);
        var written = results.Where(Wrote).ToList();
        (First, Last, Epoch) = (written[0].FirstPosition, written[^1].LastPosition, written[0].Epoch);
        IsWhole = written.All(r => r.Hashes is not null)
            && Last.Value - First.Value + 1 == written.Sum(r => r.LastPosition.Value - r.FirstPosition.Value + 1);
    }

    /// <summary>The position of its first event.</summary>
    public JournalPosition First { get; }

    /// <summary>The position of its last event.</summary>
    public JournalPosition Last { get; }

    /// <summary>The history that it was written to.</summary>
    public Epoch Epoch { get; }

    /// <summary>
    /// Whether everything from <see cref="First"/> to <see cref="Last"/> is known; false for a batch whose answer was lost.
    /// </summary>
    public bool IsWhole { get; }

    /// <summary>Whether an answer says that events were written.</summary>
    public static bool Wrote(AppendResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Outcome == AppendOutcome.Committed && result.LastPosition > JournalPosition.Start;
    }

    /// <summary>The same page as <see cref="IJournal.ReadPageAsync"/> would read, as of its last event.</summary>
    public JournalPage ToPage()
    {
        var events = new List<JournalEvent>((int)(Last.Value - First.Value) + 1);
        var rows = new List<BoardRow>(_appends.Count);
        for (var i = 0; i < _appends.Count; i++)
        {
            if (Wrote(_results[i]))
                Add(_appends[i], _results[i], events, rows);
        }

        return new JournalPage(events, rows, IsEnd: true);
    }

    private static void Add(PreparedAppend append, AppendResult result, List<JournalEvent> events, List<BoardRow> rows)
    {
        for (var i = 0; i < append.Events.Count; i++)
        {
            var written = append.Events[i];
            var stored = EventLine.Whole(written, result.RecordedAt);
            var plain = EventLine.WholePlain(written, result.RecordedAt);
            events.Add(new JournalEvent(
                new JournalPosition(result.FirstPosition.Value + i),
                written.Stream,
                written.Version,
                written.Kind,
                written.OccurredAt.ToUniversalTime(),
                result.RecordedAt,
                append.Request.CommandId,
                plain ?? stored,
                result.Hashes![i])
            {
                Stored = plain is null ? null : stored,
            });
        }

        var heads = append.Request.Heads;
        for (var i = 0; i < heads.Count; i++)
        {
            if (heads[i] is not { Board: { } entry, Stream: var stream })
                continue;
            var last = append.Events.Count - 1;
            while (append.Events[last].Stream != stream)
                last--;
            rows.Add(new BoardRow(
                stream, append.Versions[i], result.Hashes![last], new JournalPosition(result.FirstPosition.Value + last), entry));
        }
    }
}
