using Tocsin.Clocks;
using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>
/// An open incident that nobody attends to and that has no limit on <c>assign</c> (it was made before there were built-in ones) is given
/// them, counted from now. One that is historic stands among what is late already, and alarms nobody.
/// </summary>
internal static class UnattendedLimiting
{
    public static Decision Decide(IncidentState state, GiveUnattendedLimits command, DecisionContext context)
    {
        if (state.Version == 0)
            return Decision.Refuse(Refusals.NotFound("incident"));
        return IsForgotten(state)
            ? Decision.Do(new DecidedEvent(state.Stream, new UnattendedLimitsGiven(command.Limits), context.Now))
            : Decision.Nothing;
    }

    /// <summary>Whether nobody attends to it, and no clock will ever say so.</summary>
    public static bool IsForgotten(IncidentState state) =>
        state is { Historic: false, Unattended: null }
        && UnattendedRule.Since(state) is not null
        && !state.Clocks.Any(c => c is { Stage: ClockStage.Assign, State: ClockState.Running, LimitSeconds: not null });
}
