namespace Tocsin.Tests.Load.Auditing;

/// <summary>
/// Looks for half commands: whatever puts a unit on an incident, moves it there or takes it off stands on the unit
/// and on the incident, by the same command.
/// </summary>
public static class TwinCheck
{
    private static readonly Dictionary<string, string> TwinOf = new()
    {
        ["UnitAssigned"] = "Assigned",
        ["UnitAcknowledged"] = "Progressed",
        ["UnitEnRoute"] = "Progressed",
        ["UnitOnScene"] = "Progressed",
        ["UnitCleared"] = "Released",
        ["UnitDeclined"] = "Released",
        ["UnitCancelled"] = "Released",
        ["UnitDiverted"] = "Released",
    };

    /// <summary>What stands on one side only. Only events between the incidents and units given can be judged.</summary>
    public static IEnumerable<string> Check(IReadOnlyCollection<Trail> incidents, IReadOnlyCollection<Trail> units)
    {
        var incidentIds = incidents.Select(Id).ToHashSet();
        var unitIds = units.Select(Id).ToHashSet();
        var onIncidents = incidents
            .SelectMany(t => t.Events
                .Where(e => TwinOf.ContainsKey(e.Kind) && !IsLate(e))
                .Select(e => (Twin: TwinOf[e.Kind], Incident: Id(t), Unit: e.Text("unitId") ?? string.Empty, e.CommandId)))
            .Where(p => unitIds.Contains(p.Unit))
            .CountBy(p => p)
            .ToDictionary();
        var onUnits = units
            .SelectMany(t => t.Events
                .Where(e => TwinOf.ContainsValue(e.Kind) && !IsLate(e))
                .Select(e => (Twin: e.Kind, Incident: e.Text("incidentId") ?? string.Empty, Unit: Id(t), e.CommandId)))
            .Where(p => incidentIds.Contains(p.Incident))
            .CountBy(p => p)
            .ToDictionary();

        foreach (var key in onIncidents.Keys.Union(onUnits.Keys))
        {
            var (there, here) = (onIncidents.GetValueOrDefault(key), onUnits.GetValueOrDefault(key));
            if (there != here)
            {
                yield return $"{key.Twin} of {key.Unit} on {key.Incident}, command {key.CommandId}: "
                    + $"{there} times on the incident, {here} times on the unit";
            }
        }
    }

    private static string Id(Trail trail) => trail.Stream[(trail.Stream.IndexOf('/', StringComparison.Ordinal) + 1)..];

    // A late time fills the incident's books; the unit itself may have gone on long since.
    private static bool IsLate(TrailEvent e) =>
        e.Data.TryGetProperty("late", out var late) && late.ValueKind == System.Text.Json.JsonValueKind.True;
}
