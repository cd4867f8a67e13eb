using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Which streams a command for an incident touches or relies on, as far as the states known so far show them.</summary>
internal static class IncidentStreams
{
    public static IReadOnlyList<StreamId> Create(StreamId own, CreateIncident command, World world)
    {
        if (command.CallId is not { Stream: var call })
            return [own];
        return world.Knows(call) && ((Calls.CallState)world.States[call]).JoinedTo is { } joined && joined.Stream != own
            ? [own, call, joined.Stream]
            : [own, call];
    }

    public static IReadOnlyList<StreamId> Assign(StreamId own, AssignUnits command, World world) =>
        [own, .. command.UnitIds.Distinct().Select(u => u.Stream)];

    /// <summary>The next best are asked only once somebody is known to be gone: a plan holds no gate that it does not need.</summary>
    public static IReadOnlyList<StreamId> Commit(StreamId own, CommitPlan command, World world) =>
    [
        own,
        .. command.Places.Select(p => p.UnitId.Stream).Distinct(),
        .. PlanTaking.Of(IncidentId.Of(own.Id), command, world).Ask.Select(u => u.Stream),
    ];

    public static IReadOnlyList<StreamId> Report(StreamId own, ReportProgress command, World world) => [own, command.UnitId.Stream];

    public static IReadOnlyList<StreamId> Divert(StreamId own, DivertUnit command, World world) =>
        command.ToIncidentId.Stream is var to && to == own ? [own] : [own, to, command.UnitId.Stream];

    /// <summary>A unit's station is asked for only where no assignment says it.</summary>
    public static IReadOnlyList<StreamId> GiveFeedback(StreamId own, GiveFeedback command, World world) =>
        Known(own, world)?.AssignmentOf(command.UnitId) is < 0 ? [own, command.UnitId.Stream] : [own];

    public static IReadOnlyList<StreamId> Correct(StreamId own, CorrectStage command, World world) =>
        Known(own, world) is { } known && known.Assignments.Any(a => a.UnitId == command.UnitId && a.Stage.IsActive())
            ? [own, command.UnitId.Stream]
            : [own];

    public static IReadOnlyList<StreamId> Close(StreamId own, CloseIncident command, World world) =>
        Known(own, world) is { } known ? [own, .. ToldOfClosing(known).Distinct().Select(u => u.Stream)] : [own];

    public static IReadOnlyList<StreamId> Link(StreamId own, AddLink command, World world) => With(own, command.IncidentId);

    public static IReadOnlyList<StreamId> Unlink(StreamId own, RemoveLink command, World world) => With(own, command.IncidentId);

    private static IncidentState? Known(StreamId own, World world) => (IncidentState?)world.States.GetValueOrDefault(own);

    private static StreamId[] With(StreamId own, IncidentId other) => other.Stream is var stream && stream == own ? [own] : [own, stream];

    // Each unit on it is cleared, and the unit whose distress it was is in distress no more.
    private static IEnumerable<UnitId> ToldOfClosing(IncidentState state)
    {
        var active = state.Assignments.Where(a => a.Stage.IsActive()).Select(a => a.UnitId);
        return state.PanicUnitId is { } panicking ? active.Append(panicking) : active;
    }
}
