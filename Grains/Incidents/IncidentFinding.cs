using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;
using Tocsin.Reading;

namespace Tocsin.Incidents;

/// <summary>What a list of incidents asks of the journal, and what of its rows the list shows.</summary>
internal static class IncidentFinding
{
    /// <summary>The most urgent priority, and the least urgent one.</summary>
    private const short PriorityFirst = 1, PriorityLast = 4;

    /// <summary>
    /// The queries whose rows, one after another, are the list: an order that the journal has no index for is one list for each of its
    /// steps. None: nothing can be in it.
    /// </summary>
    public static IReadOnlyList<ListQuery> Queries(IncidentFilter filter, Actor reader, DateTimeOffset now)
    {
        var query = Query(filter, reader, now);
        return filter.Sort switch
        {
            _ when filter is { Unattended: true, Open: false } or { Unattended: true, Valid: not null } or { Open: true, Valid: not null }
                || reader is { Role: Roles.Unit, UnitId: null } => [],
            IncidentSort.Priority when filter.Priority is null =>
            [
                .. Enumerable.Range(PriorityFirst, PriorityLast - PriorityFirst + 1).Select(p => query with { Priority = (short)p }),
            ],
            IncidentSort.Late => [query with { Order = ListOrder.LongestLate }, query with { Late = false }],
            _ => [query],
        };
    }

    /// <summary>Whether a row that was found belongs to the list: keys find somewhat more than is asked for.</summary>
    public static bool Shows(IncidentFilter filter, BoardRow row)
    {
        if (!MeasuresRows(filter))
            return true;
        var view = row.Entry.ValueOf<IncidentView>();
        return (!filter.Unattended || view.UnattendedSince is not null)
            && (filter.Valid is not { } valid || IsValid(view) == valid)
            && (filter.Near is not { } near || (view.Location?.Point is { } place && GreatCircle.Meters(near, place) <= filter.Radius));
    }

    /// <summary>Whether the view of each row must be looked at.</summary>
    public static bool MeasuresRows(IncidentFilter filter) =>
        filter.Unattended || filter.Near is not null || filter.Valid is not null;

    // What was closed before this was recorded counts as one.
    private static bool? IsValid(IncidentView view) => view.ClosedAt is null ? null : view.Valid ?? true;

    /// <summary>Whether the list asks for what the board in memory cannot answer.</summary>
    public static bool NeedsJournal(IncidentFilter filter) =>
        filter.Open != true
        || filter.Text is not null
        || filter.Station is not null
        || filter.Category is not null
        || filter.Priority is not null
        || filter.Unit is not null
        || filter.Disposition is not null
        || filter.Sort != IncidentSort.Received
        || MeasuresRows(filter);

    private static ListQuery Query(IncidentFilter filter, Actor reader, DateTimeOffset now) => new(StreamKind.Incident, filter.Limit + 1)
    {
        // What is unattended is open, and open ones are few; what is valid or not is closed.
        Open = filter.Unattended ? true : filter.Valid is not null ? false : filter.Open,
        Text = filter.Text,
        From = filter.From,
        To = filter.To,
        Station = filter.Station,
        Priority = (short?)filter.Priority,
        AllKeys = [.. Keys(filter)],
        Area = filter.Near is { } near ? PlaceCells.Around(near, filter.Radius) : [],
        AnyKey = reader switch
        {
            { Role: Roles.Station } => [IncidentListing.Station(reader.Station ?? ""), IncidentListing.Involved(reader.Station ?? "")],
            { Role: Roles.Unit, UnitId: { } unit } => IncidentListing.UnitsOwn(unit, now),
            _ => [],
        },
    };

    // The first leads: the one that fewest have.
    private static IEnumerable<string> Keys(IncidentFilter filter)
    {
        if (filter.Valid == false)
            yield return IncidentListing.Invalid;
        if (filter.Unit is { } unit)
            yield return IncidentListing.Had(unit);
        if (filter.Disposition is { } disposition)
            yield return IncidentListing.Disposition(disposition);
        if (filter.Category is { } category)
            yield return IncidentListing.Category(category);
        if (filter.Station is { } station)
            yield return IncidentListing.Station(station);
    }
}
