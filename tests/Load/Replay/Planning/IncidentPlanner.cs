using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>
/// Makes incidents of rows. What an incident is stands in each of its rows; the first row that says something holds,
/// and a row that says something else is listed.
/// </summary>
public static class IncidentPlanner
{
    /// <summary>The word for an incident whose type the file does not say; the contract requires one.</summary>
    public const string UnknownCategory = "unknown";

    /// <summary>The incidents of <paramref name="rows"/>, in the order in which they are first named.</summary>
    public static IReadOnlyList<PlannedIncident> Plan(IReadOnlyList<FileRow> rows, ICollection<NotCarried> notCarried)
    {
        ArgumentNullException.ThrowIfNull(notCarried);
        var incidents = new List<PlannedIncident>();
        foreach (var group in rows.GroupBy(r => r.Incident))
        {
            if (Make(incidents.Count, [.. group], notCarried) is { } incident)
                incidents.Add(incident);
        }

        return incidents;
    }

    private static PlannedIncident? Make(int index, FileRow[] rows, ICollection<NotCarried> notCarried)
    {
        var first = rows[0];
        var calls = Calls(rows, notCarried);
        var receivedAt = calls.Count > 0 ? calls[0].ReceivedAt : rows.Select(r => r.Times.Received).FirstOrDefault(t => t is not null);
        if (receivedAt is null)
        {
            foreach (var row in rows)
            {
                notCarried.Add(new NotCarried(
                    row.Line,
                    row.Incident,
                    row.Unit,
                    Fields.Row,
                    string.Empty,
                    FileCodes.NoReceipt,
                    "an incident without a time of receipt"));
            }

            return null;
        }

        string Value(string field, Func<FileRow, string> read, bool listAbsence)
        {
            var held = rows.Select(read).FirstOrDefault(v => v.Length > 0) ?? string.Empty;
            foreach (var row in rows.Where(r => read(r).Length > 0 && read(r) != held))
            {
                notCarried.Add(new NotCarried(
                    row.Line, row.Incident, row.Unit, field, read(row), FileCodes.Conflicting, $"the incident has '{held}'"));
            }

            if (held.Length == 0 && listAbsence)
            {
                notCarried.Add(
                    new NotCarried(first.Line, first.Incident, string.Empty, field, string.Empty, FileCodes.Unknown, "the file has none"));
            }

            return held;
        }

        var category = Value(Fields.Type, r => r.Category, listAbsence: true);
        var written = Value(Fields.Priority, r => r.Priority, listAbsence: true);
        var priority = PriorityMap.Of(written);
        if (written.Length > 0 && priority is null)
        {
            notCarried.Add(new NotCarried(
                first.Line,
                first.Incident,
                string.Empty,
                Fields.Priority,
                written,
                FileCodes.Unknown,
                $"made with {PriorityMap.WhenUnknown}, which says nothing"));
        }

        var box = Value("box", r => r.Box, listAbsence: false);

        // A place with coordinates says more than one without, wherever it stands.
        var place = (rows.FirstOrDefault(r => r.Place?.Lat is not null) ?? rows.FirstOrDefault(r => r.Place is not null))?.Place;
        foreach (var row in rows.Where(r => r.Place is not null && r.Place != place))
        {
            notCarried.Add(new NotCarried(
                row.Line,
                row.Incident,
                row.Unit,
                Fields.Place,
                Text(row.Place),
                FileCodes.Conflicting,
                $"the incident has '{Text(place)}'"));
        }

        return new PlannedIncident
        {
            Index = index,
            Number = first.Incident,
            Line = first.Line,
            ReceivedAt = receivedAt.Value,
            Calls = calls,
            Category = category.Length > 0 ? category : UnknownCategory,
            CategoryKnown = category.Length > 0,
            Priority = priority ?? PriorityMap.WhenUnknown,
            PriorityKnown = priority is not null,
            Place = place,
            Station = Value(Fields.Station, r => r.Station, listAbsence: false),
            Disposition = Value(Fields.Disposition, r => r.Disposition, listAbsence: false),
            Narrative = $"Incident {first.Incident}"
                + (first.Call.Length > 0 ? $", call {first.Call}" : string.Empty) + (box.Length > 0 ? $", box {box}" : string.Empty),
        };
    }

    private static string Text(PlaceView? place) => place is null ? string.Empty
        : place.Lat is null ? place.Address! : FormattableString.Invariant($"{place.Address} ({place.Lat}, {place.Lon})").TrimStart();

    private static List<PlannedCall> Calls(FileRow[] rows, ICollection<NotCarried> notCarried)
    {
        var calls = new List<PlannedCall>();
        foreach (var group in rows.Where(r => r.Call.Length > 0).GroupBy(r => r.Call))
        {
            if (group.Select(r => r.Times.Received).FirstOrDefault(t => t is not null) is not { } receivedAt)
                continue;
            calls.Add(new PlannedCall(group.Key, group.First().Line, receivedAt));
            foreach (var row in group.Where(r => r.Times.Received is { } other && other != receivedAt))
            {
                notCarried.Add(new NotCarried(
                    row.Line,
                    row.Incident,
                    row.Unit,
                    Fields.Receipt,
                    $"{row.Times.Received:u}",
                    FileCodes.Conflicting,
                    $"the call has {receivedAt:u}"));
            }
        }

        return calls;
    }
}
