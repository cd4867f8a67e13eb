using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>Concludes a directive 办结, once it is reported; a supervisor also one that was refused.</summary>
internal static class Concluding
{
    public static Decision Decide(DirectiveState state, ConcludeDirective command, DecisionContext context) => state.Status switch
    {
        DirectiveStatus.Concluded => Decision.Nothing,
        DirectiveStatus.Refused when context.Actor.Role != Roles.Supervisor =>
            Decision.Refuse(RefusalCode.Forbidden, "Only a supervisor concludes what was refused."),
        DirectiveStatus.Reported or DirectiveStatus.Refused => Decision.Do(new DecidedEvent(
            state.Stream,
            new DirectiveConcluded(command.Outcome, command.Note, ConclusionCause.Command),
            context.When(command.OccurredAt))),
        _ => Decision.Refuse(Refusals.WrongStage(state.Status, "Only a directive that is reported or refused is concluded.")),
    };
}
