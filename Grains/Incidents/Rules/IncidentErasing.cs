using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Incidents;

/// <summary>
/// Erases fields of a closed incident: one asks, somebody else approves. The callers are erased in the calls that are joined to it, where
/// their numbers are; the calls' own texts and places stay until the calls are erased.
/// </summary>
internal static class IncidentErasing
{
    /// <summary>In how many calls one command erases the callers: what one append can hold, and some room.</summary>
    public const int CallsMax = 200;

    /// <summary>Asks for it.</summary>
    public static Decision Ask(IncidentState state, AskIncidentErasure command, DecisionContext context)
    {
        if (!state.Closed)
            return Decision.Refuse(Erasures.StillOpen(IncidentStatusRule.Of(state)));
        var fields = ErasureFields.Meant(command.Fields);
        if (fields.Contains(ErasureField.Caller) && state.Calls.Length > CallsMax)
        {
            return Decision.Refuse(Refusals.Invalid(
                "fields", $"It has more than {CallsMax} calls: leave out caller, and erase the callers call by call."));
        }

        return Erasures.IsSame(state.Erasure, fields, command.Reason, context.Actor.Subject)
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new ErasureAsked(fields, command.Reason, context.Actor.Subject), context.Now));
    }

    /// <summary>Does it.</summary>
    public static Decision Approve(IncidentState state, StateSet states, DecisionContext context)
    {
        if (Erasures.Unapproved(state.Erasure, IncidentStatusRule.Of(state), state.Closed, context) is { } refusal)
            return Decision.Refuse(refusal);
        var waits = state.Erasure!;

        // Calls may have been joined since it was asked for.
        var calls = WithCallers(state);
        if (calls.Count > CallsMax)
            return Decision.Refuse(RefusalCode.Conflict, $"It has more than {CallsMax} calls by now: ask for it anew, without caller.");

        // A number that was corrected away stands in earlier lines of its call.
        var callers = calls.Select(states.Call)
            .Where(c => c.Version > 0 && (c.Caller is not null || !c.ErasedFields.Contains(ErasureField.Caller)))
            .ToList();
        return Decision.Do(
        [
            new DecidedEvent(state.Stream, new Erased(waits.Fields, waits.Reason, waits.AskedBy, context.Actor.Subject), context.Now),
            .. callers.Select(c => CallErasing.Erased(c, [ErasureField.Caller], waits.Reason, waits.AskedBy, context)),
        ]) with
        {
            Personal = [.. callers.SelectMany(c => CallErasing.Numbers(c, [ErasureField.Caller])), .. Parties(state, waits.Fields)],
        };
    }

    /// <summary>Does it because the incident is old enough. The callers are kept as long as their calls are.</summary>
    public static Decision ByAge(IncidentState state, EraseIncidentByAge command, DecisionContext context)
    {
        var fields = Erasures.Left(state.Erasure, command.Fields);
        return fields.Count == 0 || state.ClosedAt is not { } over || over >= command.OverBefore
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new Erased(fields, Erasures.ByAge, null, null), context.Now)) with
            {
                Personal = [.. Parties(state, fields)],
            };
    }

    // What tells the parties apart goes with it.
    private static IEnumerable<PersonalEntry> Parties(IncidentState state, IReadOnlyList<ErasureField> fields) =>
        fields.Contains(ErasureField.Parties) ? PartyRows.Gone(state) : [];

    /// <summary>The calls in which the erasure that waits erases the callers.</summary>
    public static IReadOnlyList<CallId> WithCallers(IncidentState state) =>
        state.Erasure is { Status: ErasureStatus.AwaitingApproval } waits && waits.Fields.Contains(ErasureField.Caller)
            ? [.. state.Calls.Select(c => c.Id)]
            : [];
}
