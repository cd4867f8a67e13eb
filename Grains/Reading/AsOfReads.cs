using System.Text;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.StreamKinds;
using Tocsin.Units;

namespace Tocsin.Reading;

/// <summary>
/// Reads of open incidents and of units on duty out of the board in memory, while the database is away: as of a position that the answer names, without
/// personal data, which memory does not hold.
/// </summary>
internal sealed class AsOfReads(LiveBoard board, UnitPositions positions, TimeProvider time)
{
    /// <summary>An open incident; null when it cannot be told.</summary>
    public Thing? Incident(IncidentId id, Actor reader)
    {
        if (board.Picture is not { } picture || picture.Find(id.Stream) is not { } item)
            return null;
        return item.Scope.MayBeSeenBy(reader, time.GetUtcNow())
            ? new Thing(null, IncidentDefinition.Value.ViewAt!(Text(item), time.GetUtcNow()), item.Version, picture.Position)
            : new Thing(new Refusal(RefusalCode.NotYours, "It is another's affair."), "", 0);
    }

    /// <summary>A unit on duty; null when it cannot be told.</summary>
    public Thing? Unit(UnitId id) => board.Picture is { } picture && picture.Find(id.Stream) is { Value: UnitView unit } item
        ? new Thing(null, TocsinJson.Write(positions.Fill([unit])[0]), item.Version, picture.Position)
        : null;

    /// <summary>The open incidents, newest received first; null when they cannot be told, or what is asked for is more than they.</summary>
    public ThingPage? Incidents(IncidentFilter filter, Actor reader)
    {
        if (filter.Open != true || filter.Text is not null || board.Picture is not { } picture || !Cursor.TryRead(filter.Cursor, out var after))
            return null;
        var now = time.GetUtcNow();
        var found = picture.Items
            .Where(i => i.Value is LiveIncident incident
                && (filter.From is not { } from || incident.ReceivedAt >= from)
                && (filter.To is not { } to || incident.ReceivedAt < to)
                && (after is not { } last || IsBehind(incident, last))
                && i.Scope.MayBeSeenBy(reader, now))
            .OrderByDescending(i => ((LiveIncident)i.Value!).ReceivedAt)
            .ThenBy(i => i.Stream.Id, StringComparer.Ordinal)
            .Take(filter.Limit + 1)
            .ToList();
        var page = found.Take(filter.Limit).ToList();
        var next = found.Count > page.Count ? Cursor.Write(((LiveIncident)page[^1].Value!).ReceivedAt, page[^1].Stream.Id) : null;
        return new ThingPage(null, [.. page.Select(i => IncidentDefinition.Value.ViewAt!(Text(i), now))], next, picture.Position);
    }

    /// <summary>The units on duty, by id; null when they cannot be told.</summary>
    public ThingPage? Units(UnitFilter filter)
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
        return new ThingPage(null, [.. page.Select(TocsinJson.Write)], found.Count > page.Count ? Cursor.WriteId(page[^1].Id.Value) : null, picture.Position);
    }

    private static bool IsBehind(LiveIncident incident, (DateTimeOffset ReceivedAt, string Id) last) =>
        incident.ReceivedAt < last.ReceivedAt || (incident.ReceivedAt == last.ReceivedAt && string.CompareOrdinal(incident.Id.Value, last.Id) > 0);

    private static string Text(LiveItem item) => Encoding.UTF8.GetString(item.View!);
}
