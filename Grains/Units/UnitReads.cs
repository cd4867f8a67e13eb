using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.Reading;

namespace Tocsin.Units;

/// <summary>
/// Reads of units, with their newest position and, for those who may see them, the names of their crews; those on duty from memory, without
/// names, while the database is unavailable.
/// </summary>
internal sealed class UnitReads(
    IJournal journal,
    IJournalQueries queries,
    FreshViews views,
    PersonalData personal,
    UnitPositions positions,
    LiveBoard board,
    CallSignBook callSigns)
{
    /// <summary>One unit.</summary>
    public Task<Thing> GetAsync(UnitId id, Actor reader) =>
        ThingReads.OrRemembered(() => FindAsync(id, reader), () => Remembered(id, reader));

    /// <summary>A page of units, by id.</summary>
    public Task<ThingPage> ListAsync(UnitFilter filter, Actor reader) =>
        ThingReads.OrRemembered(() => FindAsync(filter, reader), () => Remembered(filter, reader));

    /// <summary>A page of call signs that several units have, by the first unit of each.</summary>
    public async Task<ThingPage> ListSharedCallSignsAsync(int limit, string? cursor)
    {
        if (!Cursor.TryReadId(cursor, out var after))
            return Cursor.Refused();
        var shared = (await callSigns.ListSharedAsync())
            .SkipWhile(s => string.CompareOrdinal(s.UnitIds[0].Value, after ?? "") <= 0)
            .Take(limit + 1)
            .ToList();
        var next = shared.Count > limit ? Cursor.WriteId(shared[limit - 1].UnitIds[0].Value) : null;
        return new ThingPage(null, [.. shared.Take(limit).Select(TocsinJson.Write)], next);
    }

    private async Task<Thing> FindAsync(UnitId id, Actor reader)
    {
        if (await views.FindAsync(id.Stream) is not { } row)
            return ThingReads.NotFound;
        var filled = positions.Fill([row.Entry.ValueOf<UnitView>()]);
        return new Thing(null, (await FillAsync(filled, reader))[0], row.Version);
    }

    private async Task<ThingPage> FindAsync(UnitFilter filter, Actor reader)
    {
        if (!Cursor.TryReadId(filter.Cursor, out var after))
            return Cursor.Refused();
        var rows = await queries.ListAsync(new ListQuery(StreamKind.Unit, filter.Limit + 1)
        {
            Order = ListOrder.ById,
            Status = (short?)filter.Status,
            Station = filter.Station,
            After = after is null ? null : (default, after),
        });
        var page = rows.Take(filter.Limit).Select(r => r.Row).ToList();
        var sound = page.Where(r => !r.IsDamaged).ToList();
        var filled = positions.Fill([.. (await views.OfAsync(sound)).Select(TocsinJson.Read<UnitView>)]);
        var items = await FillAsync(filled, reader);
        return new ThingPage(null, items, rows.Count > page.Count ? Cursor.WriteId(page[^1].Stream.Id) : null)
        {
            Damaged = ThingReads.DamagedOf(page),
        };
    }

    private Thing? Remembered(UnitId id, Actor reader) =>
        board.Picture is { } picture && picture.Find(id.Stream) is { Value: UnitView unit } item
            ? new Thing(null, Write(positions.Fill([unit])[0], reader), item.Version, picture.Position)
            : null;

    // Null: the list asks for units off duty, which memory does not hold.
    private ThingPage? Remembered(UnitFilter filter, Actor reader)
    {
        if (filter.Status == UnitStatus.OffDuty || board.Picture is not { } picture || !Cursor.TryReadId(filter.Cursor, out var after))
            return null;
        var found = picture.Items
            .Select(i => i.Value)
            .OfType<UnitView>()
            .Where(u => (filter.Status is not { } status || u.Status == status)
                && (filter.Station is not { } station || u.Station == station)
                && string.CompareOrdinal(u.Id.Value, after ?? "") > 0)
            .OrderBy(u => u.Id.Value, StringComparer.Ordinal)
            .Take(filter.Limit + 1)
            .ToList();
        var page = positions.Fill([.. found.Take(filter.Limit)]);
        var next = found.Count > page.Count ? Cursor.WriteId(page[^1].Id.Value) : null;
        return new ThingPage(null, [.. page.Select(unit => Write(unit, reader))], next, picture.Position);
    }

    // The names of the crew; a unit sees its own and those of the units on its incident.
    private async Task<IReadOnlyList<string>> FillAsync(IReadOnlyList<UnitView> units, Actor reader)
    {
        var all = PersonalData.SeesAll(reader);
        var shared = reader is { Role: Roles.Unit, UnitId: { } own } ? await IncidentOfAsync(own, units) : null;
        var visible = units.Where(v => all || (shared is not null && v.IncidentId == shared)).Select(v => v.Id.Stream).ToHashSet();
        var crews = await personal.OfAsync([.. visible]);
        return [.. units.Select(view => Write(
            visible.Contains(view.Id.Stream) ? view with { Crew = PersonalData.Texts(crews, view.Id.Stream) } : view, reader))];
    }

    private static string Write(UnitView unit, Actor reader) => TocsinJson.Write(UnitAccess.ShownTo(unit, reader));

    private async Task<IncidentId?> IncidentOfAsync(UnitId unit, IReadOnlyList<UnitView> units)
    {
        if (units.FirstOrDefault(v => v.Id == unit) is { } self)
            return self.IncidentId;
        return await journal.FindAsync(unit.Stream) is { } row ? row.Entry.ValueOf<UnitView>().IncidentId : null;
    }
}
