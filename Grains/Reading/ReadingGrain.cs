using System.Globalization;
using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Policies;
using Tocsin.RunCards;
using Tocsin.StreamKinds;
using Tocsin.Units;

namespace Tocsin.Reading;

/// <summary>Reads for the gateways: from the board rows and the journal; no grain of a thing is woken.</summary>
[StatelessWorker, Reentrant]
internal sealed class ReadingGrain(
    StreamCatalogue kinds,
    IJournal journal,
    IJournalQueries queries,
    FreshViews views,
    PersonalData personal,
    UnitPositions positions,
    AsOfReads asOf,
    TimeProvider time) : Grain, IReadingGrain
{
    private static readonly Thing NotFound = new(new Refusal(RefusalCode.NotFound, "There is no such thing."), "", 0);
    private static readonly Thing NotYours = new(new Refusal(RefusalCode.NotYours, "It is another's affair."), "", 0);

    /// <inheritdoc/>
    public Task<Thing> GetIncident(IncidentId id, DateTimeOffset? at, Actor reader) =>
        OrAsOf(() => FindIncidentAsync(id, at, reader), () => at is null ? asOf.Incident(id, reader) : null);

    private async Task<Thing> FindIncidentAsync(IncidentId id, DateTimeOffset? at, Actor reader)
    {
        if (await FindAsync(id.Stream, at) is not { } found)
            return NotFound;
        var now = time.GetUtcNow();
        var (json, version) = (IncidentDefinition.Value.ViewAt!(found.Json, at < now ? at.Value : now), found.Version);
        if (reader.Role is Roles.Unit or Roles.Station && !IncidentAccess.MayRead(TocsinJson.Read<IncidentView>(json), reader, now))
            return NotYours;
        return new Thing(null, (await personal.FillIncidentsAsync([json], reader))[0], version);
    }

    /// <inheritdoc/>
    public Task<Thing> GetUnit(UnitId id, Actor reader) => OrAsOf(() => FindUnitAsync(id, reader), () => asOf.Unit(id));

    private async Task<Thing> FindUnitAsync(UnitId id, Actor reader)
    {
        if (await views.FindAsync(id.Stream) is not { } row)
            return NotFound;
        var filled = positions.Fill([TocsinJson.Read<UnitView>(row.Entry.View)]);
        return new Thing(null, (await personal.FillUnitsAsync(filled, reader))[0], row.Version);
    }

    /// <inheritdoc/>
    public async Task<Thing> GetCall(CallId id, Actor reader) => await views.FindAsync(id.Stream) is { } row
        ? new Thing(null, (await personal.FillCallsAsync([Calls.CallDefinition.Value.ViewAt!(row.Entry.View, time.GetUtcNow())], reader))[0], row.Version)
        : NotFound;

    /// <inheritdoc/>
    public Task<ThingPage> ListIncidents(IncidentFilter filter, Actor reader) => OrAsOf(() => FindIncidentsAsync(filter, reader), () => asOf.Incidents(filter, reader));

    private async Task<ThingPage> FindIncidentsAsync(IncidentFilter filter, Actor reader)
    {
        if (!Cursor.TryRead(filter.Cursor, out var after))
            return Cursor.Refused();
        var rows = await queries.ListIncidentsAsync(new IncidentQuery(
            filter.Open,
            filter.Text?.ToLower(CultureInfo.InvariantCulture),
            filter.From,
            filter.To,
            reader.Role == Roles.Station ? reader.Station ?? "" : null,
            reader.Role == Roles.Unit ? reader.UnitId : null,
            reader.Role == Roles.Unit ? time.GetUtcNow() - IncidentAccess.AfterwardsFor : null,
            after,
            filter.Limit + 1));
        var page = rows.Take(filter.Limit).ToList();
        var now = time.GetUtcNow();
        var fresh = await views.OfAsync([.. page.Select(r => r.Row)]);
        var items = await personal.FillIncidentsAsync([.. fresh.Select(v => IncidentDefinition.Value.ViewAt!(v, now))], reader);
        return new ThingPage(null, items, rows.Count > page.Count ? Cursor.Write(page[^1].ReceivedAt, page[^1].Row.Stream.Id) : null);
    }

    /// <inheritdoc/>
    public async Task<ThingPage> ListCalls(CallFilter filter, Actor reader)
    {
        if (!Cursor.TryRead(filter.Cursor, out var after))
            return Cursor.Refused();
        var rows = await queries.ListCallsAsync(new CallQuery(
            (short?)filter.Status, filter.Text?.ToLower(CultureInfo.InvariantCulture), filter.From, filter.To, after, filter.Limit + 1));
        var page = rows.Take(filter.Limit).ToList();
        var now = time.GetUtcNow();
        var fresh = await views.OfAsync([.. page.Select(r => r.Row)]);
        var items = await personal.FillCallsAsync([.. fresh.Select(v => Calls.CallDefinition.Value.ViewAt!(v, now))], reader);
        return new ThingPage(null, items, rows.Count > page.Count ? Cursor.Write(page[^1].ReceivedAt, page[^1].Row.Stream.Id) : null);
    }

    /// <inheritdoc/>
    public Task<ThingPage> ListUnits(UnitFilter filter, Actor reader) => OrAsOf(() => FindUnitsAsync(filter, reader), () => asOf.Units(filter));

    private async Task<ThingPage> FindUnitsAsync(UnitFilter filter, Actor reader)
    {
        if (!Cursor.TryReadId(filter.Cursor, out var after))
            return Cursor.Refused();
        var rows = await queries.ListUnitsAsync(new UnitQuery((short?)filter.Status, filter.Station, after, filter.Limit + 1));
        var page = rows.Take(filter.Limit).ToList();
        var filled = positions.Fill([.. (await views.OfAsync(page)).Select(TocsinJson.Read<UnitView>)]);
        var items = await personal.FillUnitsAsync(filled, reader);
        return new ThingPage(null, items, rows.Count > page.Count ? Cursor.WriteId(page[^1].Stream.Id) : null);
    }

    /// <inheritdoc/>
    public async Task<ThingPage> ListStations(int limit, string? cursor, Actor reader)
    {
        if (!Cursor.TryReadId(cursor, out var after))
            return Cursor.Refused();

        // Stations are few (hundreds), and there is no order by id in the board: read them all, in pages, and sort.
        var all = new List<BoardRow>();
        IReadOnlyList<BoardRow> rows;
        do
            all.AddRange(rows = await journal.ReadBoardAsync(StreamKind.Station, openOnly: false, all is [.., var last] ? last.Position : JournalPosition.Start, JournalLimits.EventsPerPage));
        while (rows.Count == JournalLimits.EventsPerPage);
        var page = all
            .Where(r => string.CompareOrdinal(r.Stream.Id, after ?? "") > 0)
            .OrderBy(r => r.Stream.Id, StringComparer.Ordinal)
            .Take(limit + 1)
            .ToList();
        var next = page.Count > limit ? Cursor.WriteId(page[limit - 1].Stream.Id) : null;
        return new ThingPage(null, await views.OfAsync([.. page.Take(limit)]), next);
    }

    /// <inheritdoc/>
    public async Task<ThingPage> Trail(StreamId stream, JournalPosition after, int limit, bool lines, Actor reader)
    {
        if (await journal.FindAsync(stream) is not { } row)
            return IsUnwritten(stream) ? new ThingPage(null, [], null) : new ThingPage(NotFound.Refusal, [], null);
        if (!MayRead(row, reader))
            return new ThingPage(NotYours.Refusal, [], null);

        var events = await TrailPage.ReadAsync(journal, stream, after, limit + 1);
        var page = events.Take(limit).ToList();
        return new ThingPage(
            null,
            [.. page.Select(e => lines ? TrailPage.Row(e) : TrailPage.Event(e))],
            events.Count > page.Count ? page[^1].Position.ToString() : null);
    }

    // While the database is away, what the board in memory knows is better than nothing; what it does not know stays unavailable.
    private static async Task<T> OrAsOf<T>(Func<Task<T>> read, Func<T?> remembered)
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

    /// <inheritdoc/>
    public async Task<ThingPage> Messages(StreamId stream, int limit, string? cursor, Actor reader)
    {
        if (!MessagePage.TryReadCursor(cursor, out var before))
            return Cursor.Refused();
        if (await journal.FindAsync(stream) is not { } row)
            return new ThingPage(NotFound.Refusal, [], null);
        if (!MayRead(row, reader))
            return new ThingPage(NotYours.Refusal, [], null);
        var (messages, next) = await MessagePage.ReadAsync(kinds, journal, stream, row.Version, before, limit);
        return new ThingPage(null, [.. messages.Select(TocsinJson.Write)], MessagePage.WriteCursor(next));
    }

    private bool MayRead(BoardRow row, Actor reader) => kinds.Of(row.Stream).MayRead(row, reader, time.GetUtcNow());

    // A preset can be read before its first event: nothing ever happened to it.
    private bool IsUnwritten(StreamId stream) => kinds.Of(stream).ExistsUnwritten?.Invoke(stream.Id) ?? false;

    private async Task<(string Json, int Version)?> FindAsync(StreamId stream, DateTimeOffset? at)
    {
        if (at is not { } instant)
            return await views.FindAsync(stream) is { } row ? (row.Entry.View, row.Version) : null;
        var state = await views.FoldAsync(stream, happened => happened.RecordedAt <= instant);
        return state.Version == 0 ? null : (state.ToBoard().View, state.Version);
    }
}
