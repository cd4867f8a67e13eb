using System.Globalization;
using Tocsin.Deciding;

namespace Tocsin.Evidence;

/// <summary>
/// Evidence of a thing of any kind: where it is kept and its digest, written down once. It moves nothing, and is taken whatever the stage.
/// </summary>
internal static class EvidenceRule
{
    /// <summary>Writes a piece down.</summary>
    /// <param name="state">The thing.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">Who gives it, and when.</param>
    /// <param name="added">Makes the event of that kind of thing.</param>
    public static Decision Add(
        IEvidenceState state, IAddEvidence command, DecisionContext context, Func<int, EvidenceItem, IEvidenceAdded> added)
    {
        if (OccurredAtRule.Check(command.OccurredAt, context) is { } future)
            return Decision.Refuse(future);
        if (state.Evidence.Length >= EvidenceLimits.PerThing)
            return Decision.Refuse(Refusals.LimitReached("evidence", EvidenceLimits.PerThing));
        var item = command.Item with { TakenAt = OccurredAtRule.Cut(command.Item.TakenAt) };
        var happened = added(state.Evidence.Length + 1, item);
        return Decision.Do(new DecidedEvent(state.Stream, happened, context.When(command.OccurredAt))) with { Extra = Extra(happened) };
    }

    /// <summary>Compares a digest with the one of a piece, and records the result: each comparison, for it was made.</summary>
    /// <param name="state">The thing.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">Who gives it, and when.</param>
    /// <param name="verified">Makes the event of that kind of thing.</param>
    public static Decision Verify(
        IEvidenceState state, IVerifyEvidence command, DecisionContext context, Func<int, string, bool, IEvidenceVerified> verified)
    {
        if (OccurredAtRule.Check(command.OccurredAt, context) is { } future)
            return Decision.Refuse(future);
        if (command.N < 1 || command.N > state.Evidence.Length)
            return Decision.Refuse(Refusals.NotFound("evidence"));
        var happened = verified(command.N, command.Sha256, command.Sha256 == state.Evidence[command.N - 1]);
        return Decision.Do(new DecidedEvent(state.Stream, happened, context.When(command.OccurredAt))) with { Extra = Extra(happened) };
    }

    /// <summary>What the answer to the command says beside the thing, by the event that it wrote.</summary>
    public static string? Extra(object happened) => happened switch
    {
        IEvidenceAdded e => string.Create(CultureInfo.InvariantCulture, $"\"n\":{e.N}"),
        IEvidenceVerified e => e.Same ? "\"same\":true" : "\"same\":false",
        _ => null,
    };
}
