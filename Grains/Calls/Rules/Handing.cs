using Tocsin.Deciding;

namespace Tocsin.Calls;

/// <summary>A call is handed on to somebody else while the caller speaks; the newest holds.</summary>
internal static class Handing
{
    public static Decision Decide(CallState state, HandCall command, DecisionContext context)
    {
        if (OccurredAtRule.Check(command.OccurredAt, context) is { } future)
            return Decision.Refuse(future);
        if (state.AnsweredAt is null)
            return Decision.Refuse(Refusals.WrongStage(state.Status, "Nobody has answered the call."));

        // A seat that was slow to say it says when it was.
        var at = context.When(command.OccurredAt);
        if (state.EndedAt is { } ended && (command.OccurredAt is null || at > ended))
            return Decision.Refuse(Refusals.WrongStage(state.Status, "The call has ended."));
        return state.AnsweredBy?.Subject == command.ToSubject && state.Seat == command.ToSeat
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new CallHanded(command.ToSubject, command.ToSeat), at));
    }
}
