using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Reading;

namespace Tocsin.Directives;

/// <summary>Reads of directives.</summary>
internal sealed class DirectiveReads(ThingReads things, IJournalQueries queries, FreshViews views, TimeProvider time)
{
    /// <summary>One directive.</summary>
    public async Task<Thing> GetAsync(DirectiveId id, Actor reader)
    {
        if (await views.FindAsync(id.Stream) is not { } row)
            return ThingReads.NotFound;
        return DirectiveAccess.MayRead(row, reader)
            ? new Thing(null, things.ViewAt(row.Stream, row.Entry.View, time.GetUtcNow()), row.Version)
            : ThingReads.NotYours;
    }

    /// <summary>A page of directives, newest issued first.</summary>
    public async Task<ThingPage> ListAsync(DirectiveFilter filter, Actor reader)
    {
        if (!Cursor.TryRead(filter.Cursor, out var after))
            return Cursor.Refused();
        var whole = await SeesAffairAsync(filter, reader);
        var rows = await queries.ListAsync(new ListQuery(StreamKind.Directive, filter.Limit + 1)
        {
            Open = filter.Open,
            Text = filter.Text,
            From = filter.From,
            To = filter.To,
            AllKeys = [.. Wanted(filter, reader)],
            AnyKey = whole ? [] : Own(reader),
            After = after,
        });
        if (!whole)
            return await things.PageAsync(rows, filter.Limit);
        bool[] own = [.. rows.Take(filter.Limit).Where(r => !r.Row.IsDamaged).Select(r => DirectiveAccess.MayRead(r.Row, reader))];
        return await things.PageAsync(
            rows, filter.Limit, shown => Task.FromResult<IReadOnlyList<string>>([.. shown.Select((v, i) => own[i] ? v : Outline(v))]));
    }

    private static string Outline(string view) => TocsinJson.Write(DirectiveOutline.Of(TocsinJson.Read<DirectiveView>(view)));

    // A station that may read an incident is told of all its directives.
    private async Task<bool> SeesAffairAsync(DirectiveFilter filter, Actor reader) => reader.Role == Roles.Station
        && filter.Incident is { } incident && (await things.RowAsync(incident.Stream, reader)).Row is not null;

    private static IEnumerable<string> Wanted(DirectiveFilter filter, Actor reader)
    {
        if (filter.Kind is { } kind)
            yield return DirectiveListing.Kind(kind);
        if (filter.Station is { } station)
            yield return DirectiveListing.Station(station.Value);
        if (filter.Unit is { } unit)
            yield return DirectiveListing.Unit(unit.Value);
        if (filter.Incident is { } incident)
            yield return DirectiveListing.Incident(incident.Value);
        if (filter.Group is { } group)
            yield return DirectiveListing.Group(group.Value);
    }

    private static IReadOnlyList<string> Own(Actor reader) => reader.Role switch
    {
        Roles.Unit => [DirectiveListing.Unit(reader.UnitId!.Value.Value), DirectiveListing.Kind(DirectiveKinds.LookOut)],
        Roles.Station => [DirectiveListing.Station(reader.Station ?? ""), DirectiveListing.From(reader.Station ?? "")],
        _ => [],
    };
}
