using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Incidents;
using Tocsin.Policies;

namespace Tocsin.Directives;

/// <summary>
/// Reports on a directive 反馈: it signs where nobody has, and a final report concludes it where the issuer wanted so. A final one on a
/// <c>handle</c> is the station's own feedback on the incident: one act, in one append.
/// </summary>
internal static class Reporting
{
    public static Decision Decide(DirectiveState state, ReportOnDirective command, DecisionContext context)
    {
        var at = context.When(command.OccurredAt);
        var refusal = Check(state, command, at, context)
            ?? (state.Open ? null : LateReports.Check(state, command.OccurredAt))
            ?? (state.Status == DirectiveStatus.Issued ? Receipts.Check(state, command.Receipt) : null);
        return refusal is not null
            ? Decision.Refuse(refusal)
            : Decision.Do(
            [
                .. Events(state, command, context).Select(happened => new DecidedEvent(state.Stream, happened, at)),
                .. Feedback(state, command, at, context.Actor.Subject),
            ]);
    }

    private static IEnumerable<DecidedEvent> Feedback(DirectiveState state, ReportOnDirective command, DateTimeOffset at, string by)
    {
        if (state is not { IsHandle: true, IncidentId: { } incident } || !command.Final)
            yield break;
        var given = new FeedbackGiven(null, command.Outcome, command.Narrative, command.Results) { Station = state.ToStation, By = by };
        yield return new DecidedEvent(incident.Stream, given, at);
    }

    private static Refusal? Check(DirectiveState state, ReportOnDirective command, DateTimeOffset at, DecisionContext context)
    {
        if (ResultsRule.Check(command.Results, context) is { } bad)
            return bad;
        if (command.NextAt <= at)
            return Refusals.Invalid("nextAt", "The next report is due after this one.");
        if (state.IsFollowUp && !command.Final && command.NextAt is null)
            return Refusals.Invalid("nextAt", "A report on a follow-up that is not final says when the next one is due.");
        return IsHit(state, command) && command.Place is null
            ? Refusals.Invalid("place", "A hit has a place.")
            : null;
    }

    private static bool IsHit(DirectiveState state, ReportOnDirective command) =>
        state.Kind == DirectiveKinds.LookOut && command.Outcome == DirectiveKinds.Hit;

    private static IEnumerable<DirectiveEvent> Events(DirectiveState state, ReportOnDirective command, DecisionContext context)
    {
        var by = context.Actor.Subject;
        var final = command.Final || IsHit(state, command);
        if (state.Status == DirectiveStatus.Issued)
            yield return new DirectiveSigned(by, command.Receipt, Late: false);
        yield return new DirectiveReported(
            command.Outcome,
            command.Narrative,
            command.Results,
            final,
            OccurredAtRule.Cut(command.NextAt),
            command.Place,
            command.Receipt,
            by,
            Late: !state.Open);
        if (state is { Open: true, AutoConclude: true } && final && !(context.When(command.OccurredAt) < state.ReturnedAt))
            yield return new DirectiveConcluded(command.Outcome, Note: null, ConclusionCause.Report);
    }
}
