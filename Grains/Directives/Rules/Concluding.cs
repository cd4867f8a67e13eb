using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>Concludes a directive 办结, once it is reported.</summary>
internal static class Concluding
{
    public static Decision Decide(DirectiveState state, ConcludeDirective command, DecisionContext context) => state.Status switch
    {
        DirectiveStatus.Concluded => Decision.Nothing,
        DirectiveStatus.Reported => Decision.Do(new DecidedEvent(
            state.Stream,
            new DirectiveConcluded(command.Outcome, command.Note, ConclusionCause.Command),
            context.When(command.OccurredAt))),
        _ => Decision.Refuse(Refusals.WrongStage(state.Status, "Only a directive that is reported is concluded.")),
    };
}
