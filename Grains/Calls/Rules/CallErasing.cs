using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Journal;

namespace Tocsin.Calls;

/// <summary>Erases fields of a call that was disposed of: one asks, somebody else approves.</summary>
internal static class CallErasing
{
    /// <summary>Asks for it.</summary>
    public static Decision Ask(CallState state, AskCallErasure command, DecisionContext context)
    {
        if (state.Disposition is null)
            return Decision.Refuse(Erasures.StillOpen(state.Status));
        var fields = ErasureFields.Meant(command.Fields);
        return Erasures.IsSame(state.Erasure, fields, command.Reason, context.Actor.Subject)
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new ErasureAsked(fields, command.Reason, context.Actor.Subject), context.Now));
    }

    /// <summary>Does it.</summary>
    public static Decision Approve(CallState state, DecisionContext context)
    {
        if (Erasures.Unapproved(state.Erasure, state.Status, state.Disposition is not null, context) is { } refusal)
            return Decision.Refuse(refusal);
        var waits = state.Erasure!;
        return Decision.Do(Erased(state, waits.Fields, waits.Reason, waits.AskedBy, context)) with
        {
            Personal = Numbers(state, waits.Fields),
        };
    }

    /// <summary>Does it because the call is old enough.</summary>
    public static Decision ByAge(CallState state, EraseCallByAge command, DecisionContext context)
    {
        var fields = Erasures.Left(state.Erasure, command.Fields);
        return fields.Count == 0 || state.OverAt is not { } over || over >= command.OverBefore
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new Erased(fields, Erasures.ByAge, null, null), context.Now)) with
            {
                Personal = Numbers(state, fields),
            };
    }

    /// <summary>The event.</summary>
    public static DecidedEvent Erased(
        CallState state, IReadOnlyList<ErasureField> fields, string reason, string? askedBy, DecisionContext context) =>
        new(state.Stream, new Erased(fields, reason, askedBy, context.Actor.Subject), context.Now);

    /// <summary>The numbers that go with it.</summary>
    public static IReadOnlyList<PersonalEntry> Numbers(CallState state, IReadOnlyList<ErasureField> fields) =>
        fields.Contains(ErasureField.Caller) ? [new PersonalEntry(state.Stream, null)] : [];
}
