using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Calls;

/// <summary>A call is answered 接听, or over: the first time stands.</summary>
internal static class CallProgressing
{
    public static Decision Answer(CallState state, AnswerCall command, DecisionContext context) =>
        Once(state, state.AnsweredAt, Answered(command.Seat, context), command.OccurredAt, context);

    public static Decision End(CallState state, EndCall command, DecisionContext context) =>
        Once(state, state.EndedAt, Ended(state, context), command.OccurredAt, context);

    /// <summary>The answer, by the person who gives the command; a machine that reports one answered nothing itself.</summary>
    public static CallAnswered Answered(string? seat, DecisionContext context) =>
        new() { By = new Answerer(context.Actor.Role == Roles.Feeder ? null : context.Actor.Subject), Seat = seat };

    // A caller who hung up before anybody answered is to be called back; not one of a past day.
    private static CallEnded Ended(CallState state, DecisionContext context) => new()
    {
        CallBackDue = state is { AnsweredAt: null, Disposition: null } && context.Now - state.ReceivedAt <= context.HistoricAfter,
    };

    private static Decision Once(
        CallState state, DateTimeOffset? stands, CallEvent happened, DateTimeOffset? occurredAt, DecisionContext context)
    {
        if (OccurredAtRule.Check(occurredAt, context) is { } future)
            return Decision.Refuse(future);
        return stands is null
            ? Decision.Do(new DecidedEvent(state.Stream, happened, context.When(occurredAt)))
            : Decision.Nothing;
    }
}
