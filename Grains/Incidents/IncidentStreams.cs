using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Which streams a command for an incident touches or relies on.</summary>
internal static class IncidentStreams
{
    /// <summary>As far as the world known so far shows them.</summary>
    public static IReadOnlyList<StreamId> Of(IncidentId id, IncidentCommand command, World world)
    {
        var known = world.Knows(id.Stream) ? world.Incident(id) : null;
        return command switch
        {
            CreateIncident { CallId: { } call } => Creating(id, call, world),
            AssignUnits c => [id.Stream, .. c.UnitIds.Distinct().Select(u => u.Stream)],
            CommitPlan c => Committing(id, c, world),
            ReportProgress c => [id.Stream, c.UnitId.Stream],
            DivertUnit c => c.ToIncidentId == id ? [id.Stream] : [id.Stream, c.ToIncidentId.Stream, c.UnitId.Stream],
            // A unit's station is asked for only where no assignment says it.
            GiveFeedback c => known?.AssignmentOf(c.UnitId) is < 0 ? [id.Stream, c.UnitId.Stream] : [id.Stream],
            CorrectStage c => known is not null && known.Assignments.Any(a => a.UnitId == c.UnitId && a.Stage.IsActive()) ? [id.Stream, c.UnitId.Stream] : [id.Stream],
            CloseIncident => known is null ? [id.Stream] : [id.Stream, .. ToldOfClosing(known).Distinct().Select(u => u.Stream)],
            AddLink c => c.IncidentId == id ? [id.Stream] : [id.Stream, c.IncidentId.Stream],
            RemoveLink c => c.IncidentId == id ? [id.Stream] : [id.Stream, c.IncidentId.Stream],
            _ => [id.Stream],
        };
    }

    // Whoever is on it is cleared, and whose distress it was is in distress no more.
    private static IEnumerable<UnitId> ToldOfClosing(IncidentState state)
    {
        var active = state.Assignments.Where(a => a.Stage.IsActive()).Select(a => a.UnitId);
        return state.PanicUnitId is { } panicking ? active.Append(panicking) : active;
    }

    // The next best are asked only once somebody is known to be gone: a plan holds no gate that it does not need.
    private static StreamId[] Committing(IncidentId id, CommitPlan plan, World world) =>
        [id.Stream, .. plan.Places.Select(p => p.UnitId.Stream).Distinct(), .. PlanTaking.Of(id, plan, world).Ask.Select(u => u.Stream)];

    private static StreamId[] Creating(IncidentId id, CallId call, World world) =>
        world.Knows(call.Stream) && world.Call(call).JoinedTo is { } joined && joined != id
            ? [id.Stream, call.Stream, joined.Stream]
            : [id.Stream, call.Stream];
}
