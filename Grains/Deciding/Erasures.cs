using Tocsin.Commands;
using Tocsin.Erasing;

namespace Tocsin.Deciding;

/// <summary>What the erasures of all kinds of things have in common.</summary>
internal static class Erasures
{
    /// <summary>An erasure that was asked for.</summary>
    public static ErasureView Asked(
        ErasureView? before, IReadOnlyList<ErasureField> fields, string reason, string by, DateTimeOffset at) =>
        new(ErasureStatus.AwaitingApproval, fields, reason, by, at, null, null) { Gone = before?.Gone ?? [] };

    /// <summary>An erasure that was done; one that waits for more than that goes on waiting.</summary>
    public static ErasureView Done(
        ErasureView? before, IReadOnlyList<ErasureField> fields, string reason, string? askedBy, string? approvedBy, DateTimeOffset at)
    {
        IReadOnlyList<ErasureField> gone = [.. (before?.Gone ?? []).Union(fields).Order()];
        var waits = before is { Status: ErasureStatus.AwaitingApproval } ? before : null;
        return waits?.Fields.Except(fields).Any() == true
            ? waits with { Gone = gone }
            : new(ErasureStatus.Erased, fields, reason, askedBy, waits is null ? at : waits.AskedAt, approvedBy, at) { Gone = gone };
    }

    /// <summary>What is left of some fields.</summary>
    public static IReadOnlyList<ErasureField> Left(ErasureView? erasure, IReadOnlyList<ErasureField> fields) =>
        erasure is null ? fields : [.. fields.Except(erasure.Gone)];

    /// <summary>Whether the same person asks for the same once more.</summary>
    public static bool IsSame(ErasureView? waits, IReadOnlyList<ErasureField> fields, string reason, string by) =>
        waits is { Status: ErasureStatus.AwaitingApproval }
        && (waits.Reason, waits.AskedBy) == (reason, by)
        && waits.Fields.SequenceEqual(fields);

    /// <summary>Why the erasure that waits is not approved; null: it may be.</summary>
    /// <typeparam name="T">The stages of the thing.</typeparam>
    /// <param name="waits">The newest erasure.</param>
    /// <param name="stage">Where the thing stands.</param>
    /// <param name="isOver">Whether nobody works on it any more.</param>
    /// <param name="context">Who approves, and what was found.</param>
    public static Refusal? Unapproved<T>(ErasureView? waits, T stage, bool isOver, DecisionContext context)
        where T : struct, Enum
    {
        if (waits is not { Status: ErasureStatus.AwaitingApproval })
            return Refusals.WrongStage(stage, "No erasure waits for its approval.");
        if (!isOver)
            return StillOpen(stage);
        return waits.AskedBy == context.Actor.Subject
            ? new Refusal(RefusalCode.Forbidden, "Somebody else than who asked for it must approve it.")
            : null;
    }

    /// <summary>The reason of what the system erases by itself.</summary>
    public const string ByAge = "retention";

    /// <summary>What is worked on is not erased.</summary>
    public static Refusal StillOpen<T>(T stage)
        where T : struct, Enum => Refusals.WrongStage(stage, "It is still worked on: nothing of it can be erased before it is over.");
}
