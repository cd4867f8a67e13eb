using System.Text.Json.Nodes;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Units;

namespace Tocsin.Reading;

/// <summary>
/// Fills in what no view carries: a caller's number, the names of a crew. For callTaker, dispatcher, station, supervisor and auditor; for a unit
/// while it is on that incident; for nobody else.
/// </summary>
internal sealed class PersonalData(IJournal journal)
{
    /// <summary>Incidents, as the reader may see them.</summary>
    public async Task<IReadOnlyList<string>> FillIncidentsAsync(IReadOnlyList<string> views, Actor reader)
    {
        if (!SeesAll(reader) && reader.Role != Roles.Unit)
            return views;
        var parsed = views.Select(TocsinJson.Read<IncidentView>).ToList();
        var calls = parsed.Where(v => SeesAll(reader) || IsOn(v, reader)).SelectMany(v => v.Calls).Select(c => c.Id.Stream).Distinct().ToList();
        if (calls.Count == 0)
            return views;
        var numbers = await journal.ReadPersonalAsync(calls);
        if (numbers.Count == 0)
            return views;
        return [.. parsed.Select((view, i) => view.Calls.Count == 0 || !(SeesAll(reader) || IsOn(view, reader))
            ? views[i]
            : TocsinJson.Write(view with { Calls = [.. view.Calls.Select(c => c with { CallerNumber = Text(numbers, c.Id.Stream) })] }))];
    }

    /// <summary>Calls, as the reader may see them.</summary>
    public async Task<IReadOnlyList<string>> FillCallsAsync(IReadOnlyList<string> views, Actor reader)
    {
        if (!SeesAll(reader) || views.Count == 0)
            return views;
        var parsed = views.Select(TocsinJson.Read<CallView>).ToList();
        var numbers = await journal.ReadPersonalAsync([.. parsed.Select(v => v.Id.Stream)]);
        return [.. parsed.Select((view, i) => Text(numbers, view.Id.Stream) is { } number ? TocsinJson.Write(view with { CallerNumber = number }) : views[i])];
    }

    /// <summary>Units, as the reader may see them.</summary>
    public async Task<IReadOnlyList<string>> FillUnitsAsync(IReadOnlyList<UnitView> views, Actor reader)
    {
        var shared = reader is { Role: Roles.Unit, UnitId: { } own } ? await IncidentOfAsync(own, views) : null;
        var visible = views.Where(v => SeesAll(reader) || (shared is not null && v.IncidentId == shared)).Select(v => v.Id.Stream).ToHashSet();
        var crews = visible.Count == 0 ? new Dictionary<StreamId, string>() : await journal.ReadPersonalAsync([.. visible]);
        return [.. views.Select(view => TocsinJson.Write(visible.Contains(view.Id.Stream) ? view with { Crew = Names(crews, view.Id.Stream) } : view))];
    }

    private static bool SeesAll(Actor reader) => reader.Role is Roles.CallTaker or Roles.Dispatcher or Roles.Station or Roles.Supervisor or Roles.Auditor;

    private static bool IsOn(IncidentView view, Actor reader) =>
        view.Assignments.Any(a => a.UnitId == reader.UnitId && a.Stage < AssignmentStage.Cleared);

    private static string? Text(IReadOnlyDictionary<StreamId, string> values, StreamId stream) =>
        values.TryGetValue(stream, out var json) ? JsonNode.Parse(json)?.GetValue<string>() : null;

    private static IReadOnlyList<string> Names(IReadOnlyDictionary<StreamId, string> values, StreamId stream) =>
        values.TryGetValue(stream, out var json) && JsonNode.Parse(json) is JsonArray names ? [.. names.Select(n => n!.GetValue<string>())] : [];

    private async Task<IncidentId?> IncidentOfAsync(UnitId unit, IReadOnlyList<UnitView> views)
    {
        if (views.FirstOrDefault(v => v.Id == unit) is { } self)
            return self.IncidentId;
        return await journal.FindAsync(unit.Stream) is { } row ? TocsinJson.Read<UnitView>(row.Entry.View).IncidentId : null;
    }
}
