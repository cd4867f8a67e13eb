using Tocsin.Clocks;
using Tocsin.Deciding;

namespace Tocsin.Calls;

/// <summary>A call came in. Without an answer it rings, and where nobody says since when, since now.</summary>
internal static class Receiving
{
    public static Decision Decide(CallState state, ReceiveCall command, DecisionContext context)
    {
        if (state.Version > 0)
            return Decision.Nothing;
        var future = OccurredAtRule.Check(command.RingingAt, context, "ringingAt")
            ?? OccurredAtRule.Check(command.AnsweredAt, context, "answeredAt");
        if (future is not null)
            return Decision.Refuse(future);
        var receivedAt = context.When(command.RingingAt ?? command.AnsweredAt);
        var rings = command.RingingAt is not null || command.AnsweredAt is null;
        var timing = rings ? context.Timing?.OfCalls() : null;
        var received = new CallReceived(
            command.Line,
            rings ? receivedAt : null,
            command.Location,
            CallerNumbers.Digest(state, command.CallerNumber, context))
        {
            Timing = timing,
            Suspects = timing is not null,
            Seat = command.Seat,
        };
        var decided = new DecidedEvent(state.Stream, received, receivedAt);
        var decision = command.AnsweredAt is { } answeredAt
            ? Decision.Do(decided, new DecidedEvent(state.Stream, CallProgressing.Answered(null, context), context.When(answeredAt)))
            : Decision.Do(decided);
        return command.CallerNumber is null ? decision : decision with { Personal = [CallerNumbers.Entry(state, command.CallerNumber)] };
    }
}
