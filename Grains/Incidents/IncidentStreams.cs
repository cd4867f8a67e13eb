using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Which streams a command for an incident touches or relies on, as far as the states known so far show them.</summary>
internal static class IncidentStreams
{
    public static IReadOnlyList<StreamId> Create(StreamId own, CreateIncident command, StateSet states)
    {
        if (command.CallId is not { Stream: var call })
            return [own];
        return states.Knows(call) && ((Calls.CallState)states.All[call]).JoinedTo is { } joined && joined.Stream != own
            ? [own, call, joined.Stream]
            : [own, call];
    }

    public static IReadOnlyList<StreamId> Change(StreamId own, ChangeIncident command) =>
        command.Station.IsSet ? [own, command.Station.Value.Stream] : [own];

    public static IReadOnlyList<StreamId> Assess(StreamId own, AssessIncident command, StateSet states) => [own, command.Owner.Stream];

    public static IReadOnlyList<StreamId> Assign(StreamId own, AssignUnits command, StateSet states) =>
        [own, .. command.UnitIds.Distinct().Select(u => u.Stream)];

    /// <summary>The next best are asked only once somebody is known to be gone: a plan holds no gate that it does not need.</summary>
    public static IReadOnlyList<StreamId> Commit(StreamId own, CommitPlan command, StateSet states) =>
    [
        own,
        .. command.Places.Select(p => p.UnitId.Stream).Distinct(),
        .. PlanTaking.Of(IncidentId.Of(own.Id), command, states).Ask.Select(u => u.Stream),
    ];

    public static IReadOnlyList<StreamId> Report(StreamId own, ReportProgress command, StateSet states) => [own, command.UnitId.Stream];

    public static IReadOnlyList<StreamId> Divert(StreamId own, DivertUnit command, StateSet states) =>
        command.ToIncidentId.Stream is var to && to == own ? [own] : [own, to, command.UnitId.Stream];

    /// <summary>A unit's station is asked for only where no assignment says it.</summary>
    public static IReadOnlyList<StreamId> GiveFeedback(StreamId own, GiveFeedback command, StateSet states) =>
        Known(own, states)?.AssignmentOf(command.UnitId) is < 0 ? [own, command.UnitId.Stream] : [own];

    public static IReadOnlyList<StreamId> Correct(StreamId own, CorrectStage command, StateSet states) =>
        Known(own, states) is { } known && known.Assignments.Any(a => a.UnitId == command.UnitId && a.Stage.IsActive())
            ? [own, command.UnitId.Stream]
            : [own];

    public static IReadOnlyList<StreamId> ForAssignment(StreamId own, ForAssignment command, StateSet states) => command.Command switch
    {
        ReportProgress c => Report(own, c, states),
        GiveFeedback c => GiveFeedback(own, c, states),
        CorrectStage c => Correct(own, c, states),
        _ => [own],
    };

    public static IReadOnlyList<StreamId> Close(StreamId own, StateSet states) =>
        Known(own, states) is { } known ? [own, .. ToldOfClosing(known).Distinct().Select(u => u.Stream)] : [own];

    public static IReadOnlyList<StreamId> ApproveErasure(StreamId own, ApproveIncidentErasure command, StateSet states) =>
        Known(own, states) is { } known
            ? [own, .. IncidentErasing.WithCallers(known).Take(IncidentErasing.CallsMax).Select(c => c.Stream)]
            : [own];

    public static IReadOnlyList<StreamId> Link(StreamId own, AddLink command, StateSet states) => With(own, command.IncidentId);

    public static IReadOnlyList<StreamId> Unlink(StreamId own, RemoveLink command, StateSet states) => With(own, command.IncidentId);

    private static IncidentState? Known(StreamId own, StateSet states) => (IncidentState?)states.All.GetValueOrDefault(own);

    private static StreamId[] With(StreamId own, IncidentId other) => other.Stream is var stream && stream == own ? [own] : [own, stream];

    // Each unit on it is cleared, and the unit whose distress it was is in distress no more.
    private static IEnumerable<UnitId> ToldOfClosing(IncidentState state)
    {
        var active = state.Assignments.Where(a => a.Stage.IsActive()).Select(a => a.UnitId);
        return state.PanicUnitId is { } panicking ? active.Append(panicking) : active;
    }
}
