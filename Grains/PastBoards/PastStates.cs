using System.Collections.Concurrent;
using System.Data.Common;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.StreamKinds;
using Tocsin.Units;

namespace Tocsin.PastBoards;

/// <summary>
/// What streams came to at past versions. Remembers where it was, so that a moment later costs only what happened in between.
/// </summary>
internal sealed class PastStates
{
    private readonly ConcurrentDictionary<StreamId, IStreamState> _remembered = new();
    private readonly StreamCatalogue _kinds;
    private readonly IJournal _journal;
    private readonly IBoardMarkStore _kept;

    /// <summary>Makes it; when the history becomes another one it forgets everything.</summary>
    public PastStates(StreamCatalogue kinds, IJournal journal, IJournalTail tail, IBoardMarkStore kept)
    {
        (_kinds, _journal, _kept) = (kinds, journal, kept);
        tail.OnEpochMoved(_ => _remembered.Clear());
    }

    /// <summary>A stream's state at a version; null when it cannot be read.</summary>
    public Task<IStreamState?> AtAsync(StreamId stream, int version, CancellationToken gone = default) =>
        OrUnreadable(FoldAsync(stream, version, gone));

    /// <summary>
    /// A stream's state as it really was at an instant: its events in the order in which they occurred, up to then; null when it
    /// cannot be read: a newer version of the program wrote one of them, or one is damaged.
    /// </summary>
    public Task<IStreamState?> OccurredAsync(StreamId stream, DateTimeOffset at, CancellationToken gone = default) =>
        OrUnreadable(FoldAsync(stream, at, gone));

    private static async Task<IStreamState?> OrUnreadable(Task<IStreamState> folding)
    {
        try
        {
            return await folding;
        }
        catch (Exception exception) when (exception is NewerVersionException or DamagedException)
        {
            return null;
        }
    }

    private async Task<IStreamState> FoldAsync(StreamId stream, int version, CancellationToken gone)
    {
        var known = _remembered.TryGetValue(stream, out var remembered) && remembered.Version <= version
            ? remembered
            : _kinds.Initial(stream);
        if (stream.Kind == StreamKind.Unit && version - known.Version > UnitSnapshots.Interval)
            known = await KeptAsync(stream, version) is { } kept && kept.Version > known.Version ? kept : known;
        var (state, last) = (known, (JournalEvent?)null);
        while (state.Version < version)
        {
            var page = await _journal.ReadStreamAsync(
                stream, state.Version, Math.Min(version - state.Version, JournalLimits.EventsPerPage), gone);
            if (page.Count == 0)
                break;
            foreach (var happened in page)
                state = _kinds.Apply(state, happened);
            last = page[^1];
        }

        if (state is UnitState unit && last is not null && state.Version - known.Version > UnitSnapshots.Interval)
            await KeepAsync(UnitSnapshot.Of(unit, Convert.ToHexStringLower(last.Hash)), stream);

        // Simpler than to know which was used last, and it costs no more than the first board did.
        if (_remembered.Count >= PastBoardLimits.RememberedMax)
            _remembered.Clear();
        _remembered[stream] = state;
        return state;
    }

    private async Task KeepAsync(UnitSnapshot state, StreamId unit)
    {
        try
        {
            await _kept.KeepAsync(unit, state, CancellationToken.None);
        }
        catch (DbException)
        {
            // The next board takes as long as this one; it is no reason to refuse this one.
        }
    }

    // Other rules made it, or another history has it: as if there were none.
    private async Task<IStreamState?> KeptAsync(StreamId stream, int version) =>
        await _kept.FindUnitAsync(stream, version, CancellationToken.None) is { } kept
        && kept.Rules == UnitState.RulesNumber
        && await _journal.ReadStreamAsync(stream, kept.Version - 1, 1) is [var happened]
        && Convert.ToHexStringLower(happened.Hash) == kept.Hash
            ? kept.ToState()
            : null;

    private async Task<IStreamState> FoldAsync(StreamId stream, DateTimeOffset at, CancellationToken gone)
    {
        var events = new List<JournalEvent>();
        IReadOnlyList<JournalEvent> page;
        do
            events.AddRange(page = await _journal.ReadStreamAsync(stream, events.Count, JournalLimits.EventsPerPage, gone));
        while (page.Count == JournalLimits.EventsPerPage);

        return events
            .Where(e => e.OccurredAt <= at)
            .OrderBy(e => e.OccurredAt)
            .ThenBy(e => e.Version)
            .Aggregate(_kinds.Initial(stream), _kinds.Apply);
    }
}
