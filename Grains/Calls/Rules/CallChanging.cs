using Tocsin.Deciding;

namespace Tocsin.Calls;

/// <summary>Changes fields, each by itself; only what differs is recorded.</summary>
internal static class CallChanging
{
    public static Decision Decide(CallState state, ChangeCall command, DecisionContext context)
    {
        var caller = command.CallerNumber.IsSet
            ? Changes.Of(state.Caller, CallerNumbers.Digest(state, command.CallerNumber.Value, context))
            : null;
        var changes = new CallChanges(caller, Changes.Of(state.Location, command.Location), Changes.Of(state.Narrative, command.Narrative));
        if (changes == Unchanged)
            return Decision.Nothing;
        return Decision.Do(new DecidedEvent(state.Stream, new CallChanged(changes), context.Now)) with
        {
            Personal = caller is null ? [] : [CallerNumbers.Entry(state, command.CallerNumber.Value)],
        };
    }

    private static readonly CallChanges Unchanged = new(null, null, null);
}
