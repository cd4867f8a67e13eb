using Tocsin.Deciding;

namespace Tocsin.Policies;

/// <summary>The rules of a setting: pure.</summary>
public static class SettingRules
{
    /// <summary>What becomes of the command.</summary>
    public static Decision Decide(SettingState state, SettingCommand command, DecisionContext context) => command switch
    {
        ChoosePolicy c => Choose(state, c, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
    };

    private static Decision Choose(SettingState state, ChoosePolicy command, DecisionContext context)
    {
        if (command.Name is not null && !context.Exists)
            return Decision.Refuse(Refusals.UnknownReference("name", "There is no such timing policy."));
        return state.Policy == command.Name
            ? Decision.Nothing
            : Decision.Do(new Happening(state.Stream, new PolicyChosen(command.Name), context.Now));
    }
}
