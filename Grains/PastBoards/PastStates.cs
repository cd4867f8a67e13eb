using System.Collections.Concurrent;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.PastBoards;

/// <summary>What streams came to at past versions. Remembers where it was, so that a moment later costs only what happened in between.</summary>
internal sealed class PastStates
{
    private readonly ConcurrentDictionary<StreamId, IStreamState> _remembered = new();
    private readonly IJournal _journal;

    /// <summary>Makes it; when the history becomes another one it forgets everything.</summary>
    public PastStates(IJournal journal, IJournalTail tail)
    {
        _journal = journal;
        tail.OnEpochMoved(_ => _remembered.Clear());
    }

    /// <summary>A stream's state at a version.</summary>
    public async Task<IStreamState> AtAsync(StreamId stream, int version)
    {
        var state = _remembered.TryGetValue(stream, out var known) && known.Version <= version ? known : StreamStates.Initial(stream);
        while (state.Version < version)
        {
            var page = await _journal.ReadStreamAsync(stream, state.Version, Math.Min(version - state.Version, JournalLimits.EventsPerPage));
            if (page.Count == 0)
                break;
            foreach (var happened in page)
                state = state.Apply(EventCodec.Decode(stream, happened.Kind, happened.Line), happened.OccurredAt);
        }

        // Simpler than to know which was used last, and it costs no more than the first board did.
        if (_remembered.Count >= PastBoardLimits.RememberedMax)
            _remembered.Clear();
        _remembered[stream] = state;
        return state;
    }

    /// <summary>What a stream really was at an instant: its events in the order in which they occurred, up to then.</summary>
    public async Task<IStreamState> OccurredAsync(StreamId stream, DateTimeOffset at)
    {
        var events = new List<JournalEvent>();
        IReadOnlyList<JournalEvent> page;
        do
            events.AddRange(page = await _journal.ReadStreamAsync(stream, events.Count, JournalLimits.EventsPerPage));
        while (page.Count == JournalLimits.EventsPerPage);

        var state = StreamStates.Initial(stream);
        foreach (var happened in events.Where(e => e.OccurredAt <= at).OrderBy(e => e.OccurredAt).ThenBy(e => e.Version))
            state = state.Apply(EventCodec.Decode(stream, happened.Kind, happened.Line), happened.OccurredAt);
        return state;
    }
}
