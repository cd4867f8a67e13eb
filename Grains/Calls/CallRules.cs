using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Calls;

/// <summary>The rules of a call: pure. Each use case is a file of its own in <c>Rules</c>.</summary>
public static class CallRules
{
    /// <summary>The streams that the command touches or relies on, as far as the world known so far shows them; its own is always one of them.</summary>
    public static IReadOnlyList<StreamId> Streams(CallId id, CallCommand command, World world) =>
        command is DisposeCall dispose ? Disposing.Streams(id, dispose, world) : [id.Stream];

    /// <summary>What becomes of the command.</summary>
    public static Decision Decide(CallId id, CallCommand command, World world, DecisionContext context) => command is FireCallClock
        ? CallClockFiring.Decide(world.Call(id), context)
        : OfCommand(world.Call(id), command, world, context).Complete(world, context);

    private static Decision OfCommand(CallState state, CallCommand command, World world, DecisionContext context)
    {
        if (command is ReceiveCall receive)
            return Receiving.Decide(state, receive, context);
        if (state.Version == 0)
            return Decision.Refuse(Refusals.NotFound("call"));
        return command switch
        {
            AnswerCall c => CallProgressing.Answer(state, c, context),
            EndCall c => CallProgressing.End(state, c, context),
            ChangeCall c => CallChanging.Decide(state, c, context),
            DisposeCall c => Disposing.Decide(state, c, world, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
        };
    }
}
