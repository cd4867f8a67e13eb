using Tocsin.Deciding;

namespace Tocsin.Calls;

/// <summary>A call is answered 接听, or over: the first time stands.</summary>
internal static class CallProgressing
{
    public static Decision Answer(CallState state, AnswerCall command, DecisionContext context) =>
        Once(state, state.AnsweredAt, new CallAnswered(), command.OccurredAt, context);

    public static Decision End(CallState state, EndCall command, DecisionContext context) =>
        Once(state, state.EndedAt, new CallEnded(), command.OccurredAt, context);

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
