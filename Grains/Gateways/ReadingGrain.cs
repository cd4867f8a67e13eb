using Orleans.Concurrency;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Messages;
using Tocsin.Reading;
using Tocsin.Stations;
using Tocsin.StreamKinds;
using Tocsin.Units;

namespace Tocsin.Gateways;

/// <summary>Answers the reads of gateways, each by its feature.</summary>
[StatelessWorker, Reentrant]
internal sealed class ReadingGrain(
    StreamCatalogue kinds,
    IJournal journal,
    ThingReads things,
    IncidentReads incidents,
    CallReads calls,
    UnitReads units,
    StationReads stations,
    EvidenceReads evidence) : Grain, IReadingGrain
{
    /// <inheritdoc/>
    public Task<Thing> GetIncident(IncidentId id, DateTimeOffset? at, Actor reader) => incidents.GetAsync(id, at, reader);

    /// <inheritdoc/>
    public Task<Thing> GetUnit(UnitId id, Actor reader) => units.GetAsync(id, reader);

    /// <inheritdoc/>
    public Task<Thing> GetCall(CallId id, Actor reader) => calls.GetAsync(id, reader);

    /// <inheritdoc/>
    public Task<ThingPage> ListIncidents(IncidentFilter filter, Actor reader) => incidents.ListAsync(filter, reader);

    /// <inheritdoc/>
    public Task<ThingPage> ListCalls(CallFilter filter, Actor reader) => calls.ListAsync(filter, reader);

    /// <inheritdoc/>
    public Task<ThingPage> FindCallsByNumber(string digits, int limit, string? cursor, Actor reader) =>
        calls.FindByNumberAsync(digits, limit, cursor, reader);

    /// <inheritdoc/>
    public Task<ThingPage> ListUnits(UnitFilter filter, Actor reader) => units.ListAsync(filter, reader);

    /// <inheritdoc/>
    public Task<ThingPage> ListStations(int limit, string? cursor, Actor reader) => stations.ListAsync(null, limit, cursor);

    /// <inheritdoc/>
    public Task<ThingPage> ListStationsOfKind(StationKind kind, int limit, string? cursor, Actor reader) =>
        stations.ListAsync(kind, limit, cursor);

    /// <inheritdoc/>
    public Task<ThingPage> ListSharedCallSigns(int limit, string? cursor, Actor reader) => units.ListSharedCallSignsAsync(limit, cursor);

    /// <inheritdoc/>
    public Task<ThingPage> Trail(StreamId stream, JournalPosition after, int limit, bool lines, Actor reader) =>
        stream.Kind == StreamKind.Call
            ? calls.TrailAsync(CallId.Of(stream.Id), after, limit, lines, reader)
            : things.TrailAsync(stream, after, limit, lines, reader);

    /// <inheritdoc/>
    public Task<ThingPage> Messages(StreamId stream, int limit, string? cursor, Actor reader) =>
        NewestAsync(stream, cursor, reader, async (newest, before) =>
        {
            var (messages, next) = await MessagePage.ReadAsync(kinds, journal, stream, newest, before, limit);
            return ([.. messages.Select(TocsinJson.Write)], next);
        });

    /// <inheritdoc/>
    public Task<ThingPage> Notes(IncidentId id, int limit, string? cursor, Actor reader) =>
        NewestAsync(id.Stream, cursor, reader, (newest, before) => NotePage.ReadAsync(journal, id.Stream, newest, before, limit));

    /// <inheritdoc/>
    public Task<ThingPage> Evidence(StreamId stream, int limit, string? cursor, Actor reader) =>
        evidence.ListAsync(stream, limit, cursor, reader);

    // A page out of a stream's events, newest first, for whoever may read the thing.
    private async Task<ThingPage> NewestAsync(
        StreamId stream, string? cursor, Actor reader, Func<int, int, Task<(IReadOnlyList<string> Items, int? Next)>> read)
    {
        if (!NewestFirst.TryReadCursor(cursor, out var before))
            return Cursor.Refused();
        var (row, refusal) = await things.RowAsync(stream, reader);
        if (row is null)
            return new ThingPage(refusal, [], null);
        var (items, next) = await read(row.Version, before);
        return new ThingPage(null, items, NewestFirst.WriteCursor(next));
    }

    /// <inheritdoc/>
    public async Task<Thing> MayRead(StreamId stream, Actor reader) => new((await things.RowAsync(stream, reader)).Refusal, "", 0);
}
