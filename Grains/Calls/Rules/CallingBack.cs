using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Calls;

/// <summary>
/// The number of a caller who hung up was answered on another call, since it rang here: nobody need call back. That the numbers are the
/// same, whoever gives the command has seen.
/// </summary>
internal static class CallingBack
{
    /// <summary>The call, and the other one.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, NoteCallBack command, StateSet states) =>
        command.By.Stream is var by && by == own ? [own] : [own, by];

    public static Decision Decide(CallState state, NoteCallBack command, StateSet states, DecisionContext context)
    {
        if (command.By == state.Id || state.CallBackSince is null)
            return Decision.Nothing;
        return states.Call(command.By).AnsweredAt is { } answered && answered >= state.ReceivedAt
            ? Decision.Do(new DecidedEvent(state.Stream, new CallBackMade(command.By), answered))
            : Decision.Nothing;
    }
}
