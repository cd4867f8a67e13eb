using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>
/// What is asked of every command for an incident before its own rule, in this order: it exists, it is the actor's affair, its time is no
/// future.
/// </summary>
internal static class IncidentEntry
{
    /// <summary>A refusal, or null when the rule may decide.</summary>
    public static Refusal? Check(IncidentState state, IncidentCommand command, StateSet states, DecisionContext context)
    {
        if (state.Version == 0)
            return Refusals.NotFound("incident");
        if (!Owns(state, context) || !OwnsUnit(state, command, states, context.Actor))
            return Refusals.NotYours;
        return OccurredAtRule.Check(OccurredAt(command), context);
    }

    /// <summary>Whether the incident is the actor's affair.</summary>
    public static bool Owns(IncidentState state, DecisionContext context) =>
        IncidentAccess.Owns(state.Station, state.Assignments, context.Actor, context.Now)
        || IncidentAccess.IsAbout(state.PanicUnitId, state.ClosedAt, context.Actor, context.Now)
        || (context.Actor.Role == Roles.Station
            && IncidentAccess.IsInvolved(IncidentInvolvement.Of(state), context.Actor, context.Now));

    // A report for a unit comes from the unit itself, from its station (that of the assignment, when there is one), or from the centre.
    private static bool OwnsUnit(IncidentState state, IncidentCommand command, StateSet states, Actor actor)
    {
        var (named, number) = command is ForAssignment of ? (of.Command, (int?)of.Number) : (command, null);
        UnitId? reported = named switch
        {
            ReportProgress c => c.UnitId,
            GiveFeedback c => c.UnitId,
            _ => null,
        };
        if (reported is not { } unit)
            return true;
        var place = state.AssignmentOf(unit, number) is >= 0 and var chosen ? chosen : state.AssignmentOf(unit);
        return UnitAccess.Owns(unit, place >= 0 ? state.Assignments[place].Station : states.Unit(unit).Station, actor);
    }

    private static DateTimeOffset? OccurredAt(IncidentCommand command) => command switch
    {
        AssessIncident c => c.OccurredAt,
        OpenOperation c => c.OccurredAt,
        ChangeOperation c => c.OccurredAt,
        CloseOperation c => c.OccurredAt,
        AssignUnits c => c.OccurredAt,
        CommitPlan c => c.OccurredAt,
        ReportProgress c => c.OccurredAt,
        DivertUnit c => c.OccurredAt,
        GiveFeedback c => c.OccurredAt,
        GiveOwnFeedback c => c.OccurredAt,
        CorrectStage c => c.OccurredAt,
        AcknowledgeDistress c => c.OccurredAt,
        ForAssignment c => OccurredAt(c.Command),
        CloseIncident c => c.OccurredAt,
        OverrideClosing c => c.Command.OccurredAt,
        ReopenIncident c => c.OccurredAt,
        MessageIncident c => c.OccurredAt,
        ReadIncidentMessage c => c.OccurredAt,
        AddParty c => c.OccurredAt,
        ChangeParty c => c.OccurredAt,
        MakeCallBack c => c.OccurredAt,
        ReviewIncident c => c.OccurredAt,
        _ => null,
    };
}
