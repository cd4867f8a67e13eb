using Tocsin.Deciding;

namespace Tocsin.Policies;

/// <summary>The rules of a setting: pure.</summary>
internal static class SettingRules
{
    public static Decision Choose(SettingState state, ChoosePolicy command, DecisionContext context)
    {
        if (command.Name is not null && !context.Exists)
            return Decision.Refuse(Refusals.UnknownReference("name", "There is no such timing policy."));
        return state.Policy == command.Name
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new PolicyChosen(command.Name), context.Now));
    }
}
