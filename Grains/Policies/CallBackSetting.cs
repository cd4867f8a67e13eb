using Tocsin.Deciding;

namespace Tocsin.Policies;

/// <summary>Sets which callers are to be called back: pure. The same once more changes nothing.</summary>
internal static class CallBackSetting
{
    public static Decision Decide(SettingState state, SetCallBacks command, DecisionContext context)
    {
        var (classes, share, hours) = command.Settings;
        return state.Version > 0 && Same(state.CallBacks, command.Settings)
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new CallBacksSet(classes, share, hours), context.Now));
    }

    private static bool Same(CallBackSettings a, CallBackSettings b) =>
        a with { Classes = b.Classes } == b && a.Classes.SequenceEqual(b.Classes);
}
