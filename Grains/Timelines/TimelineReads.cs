using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.Timelines;

/// <summary>
/// Reads timelines: the events of an incident, and of the calls and directives that its own events name, merged by position. No grain of a
/// thing is woken.
/// </summary>
internal sealed class TimelineReads(
    ThingReads things, StreamCatalogue kinds, IJournal journal, ICallInvolvement involvement, TimeProvider time)
{
    /// <summary>A page of the timeline of an incident.</summary>
    public async Task<ThingPage> ReadAsync(IncidentId id, JournalPosition after, int limit, Actor reader)
    {
        var (row, refusal) = await things.RowAsync(id.Stream, reader);
        if (row is null)
            return new ThingPage(refusal, [], null);
        var own = await OwnAsync(id.Stream);
        var parts = TimelineParts.Of(own, kinds);
        var rows = await journal.ReadBoardAsync([.. parts.Attached.Keys]);
        var shown = new TimelinePage(limit, kinds);
        var calls = await CallsAsync(rows, reader);
        shown.Add([.. own.Where(e => e.Position > after && !parts.IsTwin(e, calls))], isCut: false);
        foreach (var part in rows.Where(r => !r.IsDamaged && r.Position > after))
        {
            if (shown.IsBehind(parts.Attached[part.Stream], part.Stream.Kind))
                continue;
            var isCall = part.Stream.Kind == StreamKind.Call;
            if (isCall && !calls.Contains(part.Stream))
                continue;
            var events = await TrailPage.ReadAsync(journal, part.Stream, after, limit + 1);
            var isCut = events.Count > limit;
            if (isCall || DirectiveAccess.MayRead(part, reader))
                shown.Add(events, isCut);
            else
                shown.AddOutline(events, part.Entry.ValueOf<DirectiveView>().Shared, isCut);
        }

        return shown.ToPage() with { Damaged = ThingReads.DamagedOf(rows) };
    }

    private async Task<List<JournalEvent>> OwnAsync(StreamId stream)
    {
        var own = new List<JournalEvent>();
        while (true)
        {
            var page = await journal.ReadStreamAsync(stream, own.Count, JournalLimits.EventsPerPage);
            own.AddRange(page);
            if (page.Count < JournalLimits.EventsPerPage)
                return own;
        }
    }

    // The calls that the reader may read: a unit none, a station those that a directive to it is about.
    private async Task<IReadOnlySet<StreamId>> CallsAsync(IReadOnlyList<BoardRow> rows, Actor reader)
    {
        var calls = new HashSet<StreamId>();
        if (reader.Role == Roles.Unit)
            return calls;
        foreach (var row in rows.Where(r => r.Stream.Kind == StreamKind.Call && !r.IsDamaged))
        {
            if (reader.Role != Roles.Station
                || (reader.Station is { } own && await involvement.ConcernAsync(CallId.Of(row.Stream.Id), own, time.GetUtcNow())))
            {
                calls.Add(row.Stream);
            }
        }

        return calls;
    }
}
