using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Policies;

/// <summary>The rules of a timing policy: pure.</summary>
internal static class PolicyRules
{
    public static Decision Set(PolicyState state, SetPolicy command, DecisionContext context)
    {
        var escalation = command.Escalation ?? EscalationPlan.Default;
        var errors = PolicyFaults.Find(command.Limits, escalation).ToList();
        if (errors.Count > 0)
            return Decision.Refuse(new Refusal(RefusalCode.Invalid, "This timing policy is impossible.") { Errors = errors });
        return state.Version > 0 && state.Escalation == escalation && PolicyFaults.Same(state.Limits, command.Limits)
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new PolicySet(command.Limits, escalation), context.Now));
    }
}
