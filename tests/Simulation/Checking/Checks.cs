using System.Collections.Immutable;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Units;

namespace Tocsin.Tests.Simulation;

/// <summary>What must hold after every append, of every answer, and in the end.</summary>
internal sealed class Checks(Scheduler scheduler, JournalStore store, Action<string> violated)
{
    private readonly HashSet<CommandId> _written = [];
    private readonly Dictionary<UnitId, List<(DateTimeOffset At, bool Free)>> _freedom = [];

    /// <summary>An append was written.</summary>
    public void Written(AppendRequest request, IReadOnlyList<(IStreamState Before, IStreamState After)> changes)
    {
        if (request.Events.Count > 0 && !_written.Add(request.CommandId))
            violated($"command {request.CommandId} was carried out twice: {string.Join(", ", request.Events.Select(e => e.Kind))}");
        foreach (var (before, after) in changes)
        {
            if (after.Version != before.Version && store.Find(after.Stream)!.Board != after.ToBoard())
                violated($"the board entry of {after.Stream} is not what its events come to");
            if (after is UnitState unit)
            {
                Booked((UnitState)before, unit);
                InDistress(unit);
            }

            if (after is IncidentState incident)
                Booked(incident);
            Clocks(before, after, request);
        }
    }

    /// <summary>
    /// A refusal of units was answered to a command that was sent at that time: each of them was not free at some instant since.
    /// </summary>
    public void Refused(IReadOnlyList<UnitRefusal> units, DateTimeOffset sentAt)
    {
        foreach (var refusal in units)
        {
            var known = _freedom.GetValueOrDefault(refusal.UnitId) ?? [];
            var from = Math.Max(0, known.FindLastIndex(f => f.At <= sentAt));
            if (known.Skip(from).All(f => f.Free))
                violated($"unit {refusal.UnitId} was refused as {refusal.Code} while it was free");
        }
    }

    /// <summary>A keyed command was acknowledged.</summary>
    public void Acknowledged(CommandId command)
    {
        if (store.FindCommand(command) is null)
            violated($"command {command} was acknowledged and does not stand in the journal");
    }

    /// <summary>A keyed command came again after it was acknowledged.</summary>
    public void Repeated(CommandId command, CommandAnswer answer)
    {
        if (answer is not { Refusal: null, Replayed: true })
            violated($"command {command} was acknowledged, came again, and was answered {answer.Refusal?.Code.ToString() ?? "as new"}");
    }

    /// <summary>What an activation remembers is what the journal held at that version.</summary>
    public void Remembered(ModelGrain grain)
    {
        if (grain.Cache.Known is not { Version: > 0 } known)
            return;
        var log = store.Find(known.Stream);
        if (log is null || log.Events.Count < known.Version || log.At(known.Version).ToBoard() != known.ToBoard())
            violated($"{known.Stream} is remembered at version {known.Version} as it never was");
    }

    /// <summary>Faults are over, and time went on.</summary>
    public void End()
    {
        foreach (var log in store.Streams)
        {
            if (log.State.DueAt is { } due)
                violated($"{log.Stream} has something due at {due:O} for ever");
            if (ClocksOf(log.State).FirstOrDefault(c => !c.Silent && !c.Fired && c.IsOverdueAt(scheduler.Now)) is { } clock)
                violated($"the clock {clock.Stage} {clock.Unit} of {log.Stream} ran out unsaid");
            if (log.Events.Where((e, i) => e.Version != i + 1).Any())
                violated($"the versions of {log.Stream} have a gap");
        }
    }

    private static ImmutableArray<Clock> ClocksOf(IStreamState state) => state is IClockedState clocked ? clocked.Clocks : [];

    private void Booked(UnitState before, UnitState unit)
    {
        if (!_freedom.TryGetValue(unit.Id, out var freedom))
            _freedom.Add(unit.Id, freedom = []);
        freedom.Add((scheduler.Now, unit.Status == UnitStatus.Available));
        if (before.IncidentId is { } left && left != unit.IncidentId && Active(left, unit.Id).Any())
            violated($"unit {unit.Id} left {left}, which still has it");
        if (unit.IncidentId is { } id && !Active(id, unit.Id).Select(a => (AssignmentStage?)a.Stage).SequenceEqual([unit.Stage]))
            violated($"unit {unit.Id} is on {id} as {unit.Stage}, which says otherwise");
    }

    private void Booked(IncidentState incident)
    {
        foreach (var assignment in incident.Assignments.Where(a => a.Stage.IsActive()))
        {
            if (store.Truth(assignment.UnitId.Stream) is not UnitState unit
                || unit.IncidentId != incident.Id
                || unit.Stage != assignment.Stage)
            {
                violated($"{incident.Id} has unit {assignment.UnitId}, which says otherwise");
            }
        }
    }

    private void InDistress(UnitState unit)
    {
        if (unit.PanicIncidentId is { } id
            && (store.Truth(id.Stream) is not IncidentState { Version: > 0, Closed: false } incident || incident.PanicUnitId != unit.Id))
        {
            violated($"unit {unit.Id} is in distress on {id}, which is over or about another");
        }
    }

    private IEnumerable<AssignmentView> Active(IncidentId incident, UnitId unit) =>
        ((IncidentState)store.Truth(incident.Stream)).Assignments.Where(a => a.UnitId == unit && a.Stage.IsActive());

    private void Clocks(IStreamState before, IStreamState after, AppendRequest request)
    {
        var turned = 0;
        foreach (var pending in request.Events.Where(e => e.Stream == after.Stream))
        {
            if (pending.Kind == nameof(Incidents.ClockWithdrawn))
                turned--;
            if (pending.Kind != nameof(Incidents.ClockOverdue))
                continue;
            turned++;
            if (pending.OccurredAt > scheduler.Now + Silo.MaxOffset)
                violated($"{after.Stream} said at {scheduler.Now:O} what was due at {pending.OccurredAt:O}");
        }

        if (ClocksOf(after).Count(c => c.Fired) != ClocksOf(before).Count(c => c.Fired) + turned)
            violated($"{after.Stream} said something twice");
    }
}
