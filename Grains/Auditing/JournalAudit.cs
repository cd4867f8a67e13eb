using Tocsin.Access;
using Tocsin.Deciding;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sealing;
using Tocsin.Json;
using Tocsin.StreamKinds;

namespace Tocsin.Auditing;

/// <summary>
/// Reads a whole journal once, in its total order, folds it with the program's own rules, and hands everything to the checks. A stream is
/// forgotten at the version of its board row, so memory depends on the streams that are open at a time, not on the length of the journal.
/// </summary>
/// <param name="snapshot">A snapshot of the database.</param>
/// <param name="keys">What seals are checked with; null if there is nothing: then the journal must have no seal.</param>
/// <param name="time">Measures the duration.</param>
/// <param name="copy">Seals that were kept elsewhere, read before the snapshot was opened; null: there are none to compare with.</param>
/// <param name="access">The access log, opened after the snapshot; null: there is none, and then no seal may cover one.</param>
public sealed class JournalAudit(
    IAuditSnapshot snapshot, SealKeys? keys, TimeProvider time, SealCopy? copy = null, IAccessStore? access = null)
{
    private readonly StreamCatalogue _kinds = StreamDefinitions.Catalogue;
    private readonly Dictionary<StreamId, StreamFold> _streams = [];
    private readonly AuditFindings _findings = new();
    private readonly AuditCounts _counts = new();
    private AccessAudit? _access;
    private IReadOnlyList<IAuditCheck> _checks = [];
    private ErasureBook _erasures = ErasureBook.Of([], new AuditFindings());
    private StoredEvent? _last;

    /// <summary>Runs it, once.</summary>
    /// <exception cref="Hosting.MisconfigurationException">There are seals, and nothing to check them with.</exception>
    public async Task<AuditReport> RunAsync(CancellationToken cancellation = default)
    {
        var started = time.GetTimestamp();
        _erasures = ErasureBook.Of(await snapshot.ReadErasuresAsync(cancellation), _findings);
        _checks = AuditChecks.All(_findings, _counts, keys, copy, _erasures);
        _access = new AccessAudit(access, _findings, _counts, time);
        try
        {
            await ReadAllAsync(cancellation);
        }
        catch (DamagedException damaged)
        {
            _findings.Add(
                FindingKind.Damaged,
                null,
                _counts.Position,
                "the database cannot read on behind this position, and nothing behind it was checked: "
                    + damaged.GetBaseException().Message.ReplaceLineEndings(" "));
        }

        return new AuditReport(_counts, _findings, time.GetElapsedTime(started));
    }

    private async Task ReadAllAsync(CancellationToken cancellation)
    {
        await snapshot.FindDamageAsync(_findings, cancellation);
        var seals = new SealFeed(snapshot);
        while (await snapshot.ReadAsync(_counts.Position, AuditLimits.EventsPerPage, cancellation) is { Count: > 0 } page)
        {
            var rows = await ReadRowsAsync(page, cancellation);
            var streamKeys = await ReadKeysAsync(page, cancellation);
            foreach (var stored in page)
            {
                while (await seals.NextBeforeAsync(stored.Position, cancellation) is { } seal)
                    await SeeAsync(seal, cancellation);
                await TakeAsync(stored, streamKeys.GetValueOrDefault(stored.Stream), rows, cancellation);
            }
        }

        EndAppend();
        while (await seals.NextAsync(cancellation) is { } seal)
            await SeeAsync(seal, cancellation);
        SeeAll(c => c.End(_counts.Position));
        if (snapshot.CountedEnd is { } end && end != _counts.Position)
        {
            _findings.Add(
                FindingKind.EndDiffers, null, _counts.Position, $"the last event stands here, and positions were counted up to {end}");
        }

        TellTheRest();
        _erasures.End(_findings);
        await snapshot.FindLooseEndsAsync(_findings, cancellation);
        await _access!.EndAsync(cancellation);
    }

    private async ValueTask SeeAsync(Seal seal, CancellationToken cancellation)
    {
        SeeAll(c => c.See(seal));
        _erasures.See(seal, _findings);
        await _access!.SeeAsync(seal, cancellation);
    }

    private async ValueTask TakeAsync(StoredEvent stored, StreamKey? key, RowBook rows, CancellationToken cancellation)
    {
        if (_last is { } last && last.CommandId != stored.CommandId)
            EndAppend();
        _last = stored;
        _counts.Events++;
        _counts.Position = stored.Position;
        if (!StreamId.TryParse(stored.Stream, out var stream))
        {
            _findings.Add(FindingKind.Unreadable, stored.Stream, stored.Position, "it belongs to no stream");
            SeeAll(c => c.See(new AuditedEvent(stored, null, null, 0, [], null, null, null)));
            return;
        }

        if (!_streams.TryGetValue(stream, out var fold))
            _streams.Add(stream, fold = await BeginAsync(stream, stored, cancellation));
        fold.Take(stored, key, happened => SeeAll(c => c.See(happened)), _findings);
        if (stored.Board is { } board)
        {
            See(stream, fold, board, rows);
            _streams.Remove(stream);
        }
    }

    /// <summary>
    /// A new stream; or one that was forgotten at the version of its board row although more events follow, because that row is behind.
    /// </summary>
    private async ValueTask<StreamFold> BeginAsync(StreamId stream, StoredEvent stored, CancellationToken cancellation)
    {
        var fold = new StreamFold(_kinds, stream);
        if (stored.BoardVersion is { } board && board < stored.Version && stored.Version > 1)
        {
            while (await snapshot.ReadStreamAsync(stream, fold.Version, stored.Version - 1, AuditLimits.EventsPerPage, cancellation)
                is { Count: > 0 } page)
            {
                var keys = await ReadKeysAsync(page, cancellation);
                foreach (var earlier in page)
                    fold.Take(earlier, keys.GetValueOrDefault(earlier.Stream), see: null, _findings);
            }
        }
        else
        {
            _counts.Streams++;
        }

        return fold;
    }

    private void See(StreamId stream, StreamFold fold, StoredBoard board, RowBook rows)
    {
        if (fold is { Lost.Count: > 0, State: { } folded }
            && fold.Lost.Except(folded.ErasedFields.Select(EnumWords.Of)).Order().ToList() is [_, ..] unsaid)
        {
            _findings.Add(
                FindingKind.ErasureUnsaid,
                stream.ToString(),
                fold.Last!.Position,
                $"texts ({string.Join(", ", unsaid)}) cannot be read, and no event says that they were erased");
        }

        BoardEntry? boardDue = null;
        NarrowRows? rowsDue = null;
        StoredListing? listingDue = null;
        if (fold.State is { } state)
        {
            try
            {
                rowsDue = new NarrowRows();
                state.AddRows(_kinds.Initial(stream), rowsDue);
                boardDue = state.ToBoard();
                listingDue = StoredListing.Of(state);
            }
            catch (Exception e)
            {
                // As in the fold: an edited event may lead to a state that no view can show.
                _findings.Add(
                    FindingKind.Unreadable,
                    stream.ToString(),
                    fold.Last!.Position,
                    $"what it came to cannot be shown ({e.GetType().Name})");
                (rowsDue, listingDue) = (null, null);
            }
        }

        var audited = new AuditedStream(stream, fold.Last!, fold.State, board, boardDue, rows.Of(stream), rowsDue)
        {
            Listing = rows.ListingOf(stream),
            ListingDue = listingDue,
        };
        SeeAll(c => c.See(audited));
    }

    private async ValueTask<RowBook> ReadRowsAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancellation)
    {
        List<IncidentId> incidents = [];
        List<CallId> calls = [];
        foreach (var stored in page.Where(e => e.Board is not null))
        {
            if (!StreamId.TryParse(stored.Stream, out var stream))
                continue;
            if (stream.Kind == StreamKind.Incident)
                incidents.Add(IncidentId.Of(stream.Id));
            else if (stream.Kind == StreamKind.Call)
                calls.Add(CallId.Of(stream.Id));
        }

        return new RowBook(
            await snapshot.ReadRowsAsync(incidents, calls, cancellation),
            await snapshot.ReadListingsAsync([.. page.Where(e => e.Board is not null).Select(e => e.Stream)], cancellation));
    }

    private async ValueTask<Dictionary<string, StreamKey>> ReadKeysAsync(IReadOnlyList<StoredEvent> page, CancellationToken cancellation)
    {
        var streams = page.Where(e => Ciphers.IsIn(e.Line)).Select(e => e.Stream).Distinct().ToList();
        return streams.Count == 0
            ? []
            : (await snapshot.ReadKeysAsync(streams, cancellation)).ToDictionary(k => k.Key, k => StreamKey.Parse(k.Value));
    }

    /// <summary>Reports the streams whose events never reached the version of a board row.</summary>
    private void TellTheRest()
    {
        foreach (var (stream, fold) in _streams)
        {
            var last = fold.Last!;
            if (last.BoardVersion is { } version)
            {
                _findings.Add(
                    FindingKind.BoardVersion,
                    stream.ToString(),
                    last.Position,
                    $"its last event is version {last.Version}, its board row is at version {version}");
            }
            else
            {
                _findings.Add(FindingKind.BoardMissing, stream.ToString(), last.Position, "it has no board row");
            }
        }
    }

    private void EndAppend()
    {
        if (_last is { } last)
            SeeAll(c => c.EndAppend(last.Position));
    }

    private void SeeAll(Action<IAuditCheck> see)
    {
        foreach (var check in _checks)
            see(check);
    }
}
