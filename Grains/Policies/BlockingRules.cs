using Tocsin.Deciding;

namespace Tocsin.Policies;

/// <summary>The rules of the list of blocked subjects: pure.</summary>
internal static class BlockingRules
{
    /// <summary>The most subjects that are blocked at once: more than a centre has people who must be kept out.</summary>
    public const int SubjectsMax = 1_000;

    /// <summary>Blocks a subject; one that is blocked already gets the new reason and end.</summary>
    public static Decision Block(SettingState state, BlockSubject command, DecisionContext context)
    {
        if (command.Until <= context.Now)
            return Decision.Refuse(Refusals.Invalid("until", "This is over already."));
        // The only administrator of a centre could not undo it.
        if (command.Subject == context.Actor.Subject)
            return Decision.Refuse(Refusals.Invalid("subject", "Nobody blocks themselves."));
        var blocked = Find(state, command.Subject);
        if (blocked is not null && blocked.Reason == command.Reason && blocked.Until == command.Until)
            return Decision.Nothing;
        if (blocked is null && state.Blocked.Count(b => !b.IsOver(context.Now)) >= SubjectsMax)
            return Decision.Refuse(Refusals.Invalid("subject", $"{SubjectsMax} subjects are blocked, which is the most."));
        return Decision.Do(new DecidedEvent(
            state.Stream, new SubjectBlocked(command.Subject, command.Reason, command.Until, context.Actor.Subject), context.Now));
    }

    /// <summary>Lets a subject in again.</summary>
    public static Decision Unblock(SettingState state, UnblockSubject command, DecisionContext context) =>
        Find(state, command.Subject) is { } blocked && !blocked.IsOver(context.Now)
            ? Decision.Do(new DecidedEvent(state.Stream, new SubjectUnblocked(command.Subject), context.Now))
            : Decision.Refuse(Refusals.NotFound("blocked subject"));

    private static BlockedSubjectView? Find(SettingState state, string subject) =>
        state.Blocked.FirstOrDefault(b => b.Subject == subject);
}
