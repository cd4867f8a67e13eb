using System.Text;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.Incidents;

/// <summary>
/// Reads of incidents, with the callers' numbers for those who may see them; open ones from memory while the database is unavailable.
/// </summary>
internal sealed class IncidentReads(
    ThingReads things, IJournalQueries queries, PersonalData personal, LiveBoard board, TimeProvider time)
{
    /// <summary>How much larger each page of rows is that is read until a page is full of what is shown.</summary>
    private const int PageGrowth = 4;

    /// <summary>The most rows of such a page.</summary>
    private const int PageMost = 2_000;

    /// <summary>One incident, now or as it was known at a time.</summary>
    public Task<Thing> GetAsync(IncidentId id, DateTimeOffset? at, Actor reader) =>
        ThingReads.OrRemembered(() => FindAsync(id, at, reader), () => at is null ? Remembered(id, reader) : null);

    /// <summary>A page of incidents, in the order that the filter asks for.</summary>
    public Task<ThingPage> ListAsync(IncidentFilter filter, Actor reader) =>
        ThingReads.OrRemembered(() => FindAsync(filter, reader), () => Remembered(filter, reader));

    private async Task<Thing> FindAsync(IncidentId id, DateTimeOffset? at, Actor reader)
    {
        if (await things.ViewAsync(id.Stream, at) is not { } found)
            return ThingReads.NotFound;
        if (reader.Role is Roles.Unit or Roles.Station
            && !IncidentAccess.MayRead(TocsinJson.Read<IncidentView>(found.View), reader, time.GetUtcNow()))
        {
            return ThingReads.NotYours;
        }

        return new Thing(null, (await FillAsync([found.View], reader))[0], found.Version);
    }

    private async Task<ThingPage> FindAsync(IncidentFilter filter, Actor reader)
    {
        var now = time.GetUtcNow();
        var lists = IncidentFinding.Queries(filter, reader, now);
        if (!IncidentCursor.TryRead(filter.Cursor, lists.Count, out var step, out var after))
            return Cursor.Refused();
        var rows = new List<(ListedRow Row, int Step)>();
        for (; step < lists.Count && rows.Count <= filter.Limit; step++, after = null)
        {
            var list = lists[step] with { Limit = filter.Limit + 1 - rows.Count, After = after };
            rows.AddRange((await ShownAsync(list, filter, reader, now)).Select(row => (row, step)));
        }

        var page = rows.Take(filter.Limit).ToList();
        var items = await FillAsync(await things.ViewsAsync([.. page.Select(r => r.Row)]), reader);
        return new ThingPage(null, items, rows.Count > page.Count ? IncidentCursor.Write(lists, page[^1].Step, page[^1].Row) : null)
        {
            Damaged = ThingReads.DamagedOf(page.Select(r => r.Row.Row)),
        };
    }

    // The keys find somewhat more than is shown: pages are read until one is full, each larger than the one before.
    private async Task<IReadOnlyList<ListedRow>> ShownAsync(ListQuery query, IncidentFilter filter, Actor reader, DateTimeOffset now)
    {
        var wanted = query.Limit;
        var shown = new List<ListedRow>();
        while (true)
        {
            var page = await queries.ListAsync(query);
            shown.AddRange(page.Where(r => r.Row.IsDamaged
                || (IncidentDefinition.MayRead(r.Row, reader, now) && IncidentFinding.Shows(filter, r.Row))));
            if (page.Count < query.Limit || shown.Count >= wanted)
                return [.. shown.Take(wanted)];
            query = query with
            {
                Limit = Math.Max(query.Limit, Math.Min(query.Limit * PageGrowth, PageMost)),
                After = IncidentCursor.Place(query, page[^1]),
            };
        }
    }

    // Null: memory does not hold it.
    private Thing? Remembered(IncidentId id, Actor reader)
    {
        if (board.Picture is not { } picture || picture.Find(id.Stream) is not { } item)
            return null;
        var now = time.GetUtcNow();
        return item.Scope.MayBeSeenBy(reader, now) ? new Thing(null, Text(item, now), item.Version, picture.Position) : ThingReads.NotYours;
    }

    // Null: the list asks for more than the open incidents, which is all that memory holds.
    private ThingPage? Remembered(IncidentFilter filter, Actor reader)
    {
        if (IncidentFinding.NeedsJournal(filter)
            || board.Picture is not { } picture
            || !Cursor.TryRead(filter.Cursor, out var after))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var found = picture.Items
            .Select(i => (Item: i, Incident: i.Value as LiveIncident))
            .Where(i => i.Incident is { } incident
                && (filter.From is not { } from || incident.ReceivedAt >= from)
                && (filter.To is not { } to || incident.ReceivedAt < to)
                && (after is not { } last || IsBehind(incident, last))
                && i.Item.Scope.MayBeSeenBy(reader, now))
            .OrderByDescending(i => i.Incident!.ReceivedAt)
            .ThenBy(i => i.Item.Stream.Id, StringComparer.Ordinal)
            .Take(filter.Limit + 1)
            .ToList();
        var page = found.Take(filter.Limit).ToList();
        var next = found.Count > page.Count ? Cursor.Write(page[^1].Incident!.ReceivedAt, page[^1].Item.Stream.Id) : null;
        return new ThingPage(null, [.. page.Select(i => Text(i.Item, now))], next, picture.Position);
    }

    private string Text(LiveItem item, DateTimeOffset now) => things.ViewAt(item.Stream, Encoding.UTF8.GetString(item.View!), now);

    private static bool IsBehind(LiveIncident incident, (DateTimeOffset ReceivedAt, string Id) last) =>
        incident.ReceivedAt < last.ReceivedAt
        || (incident.ReceivedAt == last.ReceivedAt && string.CompareOrdinal(incident.Id.Value, last.Id) > 0);

    // The callers' numbers, and what tells the parties apart; a unit sees them while it is on the incident.
    private async Task<IReadOnlyList<string>> FillAsync(IReadOnlyList<string> incidents, Actor reader)
    {
        var all = PersonalData.SeesAll(reader);
        if (!all && reader.Role != Roles.Unit)
            return incidents;
        var parsed = incidents.Select(TocsinJson.Read<IncidentView>).ToList();
        var shown = parsed.Where(v => all || IsOn(v, reader)).ToList();
        var rows = await personal.OfAsync(
            [.. shown.SelectMany(v => v.Calls).Select(c => c.Id.Stream).Distinct(), .. shown.SelectMany(PartyViews.Rows)]);
        if (rows.Count == 0)
            return incidents;
        return [.. parsed.Select((view, i) => view.Calls.Count + view.Parties.Count == 0 || !(all || IsOn(view, reader))
            ? incidents[i]
            : TocsinJson.Write(view with
            {
                Calls = [.. view.Calls.Select(c => c with { CallerNumber = PersonalData.Text(rows, c.Id.Stream) })],
                Parties = [.. view.Parties.Select(p => PartyViews.Fill(view.Id, p, rows))],
            }))];
    }

    private static bool IsOn(IncidentView view, Actor reader) =>
        view.Assignments.Any(a => a.UnitId == reader.UnitId && a.Stage < AssignmentStage.Cleared);
}
