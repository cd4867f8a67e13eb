using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Units;

namespace Tocsin.Auditing.Checks;

/// <summary>
/// No unit is on two incidents at any position. A change of an assignment is written on the incident and on the unit in the same append.
/// After each append both agree. The check remembers only the units that are on an incident.
/// </summary>
internal sealed class AssignmentCheck(AuditFindings findings) : IAuditCheck
{
    private readonly Dictionary<UnitId, List<Place>> _on = [];
    private readonly Dictionary<UnitId, Side> _holds = [];
    private readonly List<Side> _ofIncidents = [];
    private readonly List<Side> _ofUnits = [];
    private readonly HashSet<UnitId> _touched = [];
    private readonly Dictionary<IncidentId, IncidentState> _changed = [];
    private bool _unreadable;

    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        if (happened.After is null)
            _unreadable = true;
        else if (happened is { Before: IncidentState before, After: IncidentState after })
            SeeIncident(happened.Stored, before, after);
        else if (happened.After is UnitState unit)
            SeeUnit(unit, happened.Happened);
    }

    /// <inheritdoc/>
    public void EndAppend(JournalPosition position)
    {
        // The event that could not be read may be the other side of the change.
        if (!_unreadable)
        {
            CheckTwins(position);
            foreach (var unit in _touched)
                CheckHolder(unit, position);
        }

        foreach (var incident in _changed.Values.Where(i => i.Closed && i.Assignments.Any(a => a.Stage.IsActive())))
            findings.Add(FindingKind.ClosedWithUnit, incident.Stream.ToString(), position, "it is closed, and somebody is on it");
        _ofIncidents.Clear();
        _ofUnits.Clear();
        _touched.Clear();
        _changed.Clear();
        _unreadable = false;
    }

    private void SeeIncident(StoredEvent stored, IncidentState before, IncidentState after)
    {
        _changed[after.Id] = after;
        if (after.Assignments == before.Assignments)
            return;
        for (var i = 0; i < after.Assignments.Length; i++)
        {
            var (unit, stage) = (after.Assignments[i].UnitId, after.Assignments[i].Stage);
            if (i < before.Assignments.Length && before.Assignments[i].Stage == stage)
                continue;
            _ofIncidents.Add(new Side(unit, after.Id, stage));
            _touched.Add(unit);
            Move(stored, new Place(after.Id, i, stage), unit);
        }
    }

    private void Move(StoredEvent stored, Place place, UnitId unit)
    {
        if (!_on.TryGetValue(unit, out var places))
            _on.Add(unit, places = []);
        var moved = places.RemoveAll(p => p.Incident == place.Incident && p.Ordinal == place.Ordinal) > 0;
        if (place.Stage.IsActive())
        {
            places.Add(place);
            if (!moved && places.Count > 1)
            {
                findings.Add(
                    FindingKind.TwoIncidents,
                    stored.Stream,
                    stored.Position,
                    $"unit {unit} is on {string.Join(" and ", places.Select(p => p.Incident.Stream))}");
            }
        }
        else if (places.Count == 0)
        {
            _on.Remove(unit);
        }
    }

    private void SeeUnit(UnitState unit, object? happened)
    {
        _touched.Add(unit.Id);
        if (unit.IncidentId is { } incident)
            _holds[unit.Id] = new Side(unit.Id, incident, unit.Stage ?? AssignmentStage.Assigned);
        else
            _holds.Remove(unit.Id);
        if (SideOf(unit.Id, happened) is { } side)
            _ofUnits.Add(side);
    }

    private static Side? SideOf(UnitId unit, object? happened) => happened switch
    {
        Assigned e => new Side(unit, e.IncidentId, e.Stage),
        Progressed e => new Side(unit, e.IncidentId, e.Stage),
        Released e => new Side(unit, e.IncidentId, e.Stage),
        _ => null,
    };

    private void CheckTwins(JournalPosition position)
    {
        foreach (var side in _ofIncidents.Where(side => !_ofUnits.Remove(side)))
        {
            findings.Add(
                FindingKind.OneSided,
                side.Incident.Stream.ToString(),
                position,
                $"unit {side.Unit} became {side.Stage} here, and its own stream does not say so in the same append");
        }

        foreach (var side in _ofUnits)
        {
            findings.Add(
                FindingKind.OneSided,
                side.Unit.Stream.ToString(),
                position,
                $"it became {side.Stage} on {side.Incident.Stream}, which does not say so in the same append");
        }
    }

    private void CheckHolder(UnitId unit, JournalPosition position)
    {
        var places = _on.GetValueOrDefault(unit) ?? [];
        var holds = _holds.GetValueOrDefault(unit);
        var agree = places is [var only]
            ? holds is not null && holds.Incident == only.Incident && holds.Stage == only.Stage
            : places.Count == 0 && holds is null;
        if (!agree)
        {
            var own = holds is null ? "none" : $"{holds.Incident.Stream} ({holds.Stage})";
            var others = places.Count == 0 ? "none" : string.Join(" and ", places.Select(p => $"{p.Incident.Stream} ({p.Stage})"));
            findings.Add(
                FindingKind.HolderDiffers,
                unit.Stream.ToString(),
                position,
                $"the incident that it is on: {own} by its own stream, {others} by the incidents'");
        }
    }

    /// <summary>An assignment of an incident that is not over.</summary>
    private sealed record Place(IncidentId Incident, int Ordinal, AssignmentStage Stage);

    /// <summary>An assignment as the incident or the unit has it.</summary>
    private sealed record Side(UnitId Unit, IncidentId Incident, AssignmentStage Stage);
}
