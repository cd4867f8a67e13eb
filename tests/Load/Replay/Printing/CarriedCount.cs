using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.Load.Replay.Printing;

/// <summary>How many of the file's values of one kind were carried.</summary>
public sealed record CarriedCount(string Field, int InFile, int Carried, string Where)
{
    /// <summary>How many were not.</summary>
    public int NotCarried => InFile - Carried;

    /// <summary>The counts of a replay, in the order of a row's life. What is said once of an incident counts once.</summary>
    public static IReadOnlyList<CarriedCount> Of(ReplayResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var rows = result.Readings.Rows;
        var outcomes = result.Outcomes;
        var groups = rows.GroupBy(r => r.Incident).ToList();
        var made = result.Plan.Incidents.Where(i => outcomes.IdOf(i) is not null).ToList();
        var steps = result.Plan.Steps.Where(s => outcomes.Carried(s)).ToLookup(s => s.Kind);

        int Incidents(Func<FileRow, bool> has) => groups.Count(g => g.Any(has));
        return
        [
            new("incidents", groups.Count, made.Count, "/incidents"),
            new("unit responses", rows.Count, steps[StepKind.Send].Count(), "assignments"),
            new(Fields.Receipt, Incidents(r => r.Times.Received is not null), made.Count, "receivedAt"),
            new(Fields.Type, Incidents(r => r.Category.Length > 0), made.Count(i => i.CategoryKnown), "category"),
            new(Fields.Priority, Incidents(r => r.Priority.Length > 0), made.Count(i => i.PriorityKnown), "priority"),
            new(Fields.Place, Incidents(r => r.Place is not null), made.Count(i => i.Place is not null), "location"),
            new(Fields.Station, Incidents(r => r.Station.Length > 0), made.Count(i => i.Station.Length > 0), "station"),
            new(Fields.Entry, rows.Count(r => r.Times.Entry is not null), 0, "no place in the contract"),
            new(Fields.Dispatch, rows.Count(r => r.Times.Dispatch is not null), steps[StepKind.Send].Count(), "assignedAt"),
            new(Fields.Response, rows.Count(r => r.Times.Response is not null), steps[StepKind.EnRoute].Count(), "enRouteAt"),
            new(Fields.OnScene, rows.Count(r => r.Times.OnScene is not null), steps[StepKind.OnScene].Count(), "onSceneAt"),
            new(Fields.Transport, rows.Count(r => r.Times.Transport is not null), 0, "no place in the contract"),
            new(Fields.Hospital, rows.Count(r => r.Times.Hospital is not null), 0, "no place in the contract"),
            new(Fields.Available, rows.Count(r => r.Times.Available is not null), steps[StepKind.Clear].Count(), "clearedAt"),
            new(Fields.Disposition, Incidents(r => r.Disposition.Length > 0), steps[StepKind.Close].Count(), "disposition"),
        ];
    }
}
