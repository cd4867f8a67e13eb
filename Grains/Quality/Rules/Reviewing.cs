using System.Collections.Immutable;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;

namespace Tocsin.Quality;

/// <summary>
/// A review 质检 of the record of an incident or a call, at any stage. A record that is returned is somebody's task in the same append: a
/// directive <c>complete</c> with what it lacks. Nobody reviews what is his own work.
/// </summary>
internal static class Reviewing
{
    /// <summary>The streams that it touches or relies on.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, IReview command, StateSet states) => OrderOf(own, command) is { } order
        ? [.. Issuing.Streams(command.DirectiveId.Stream, order, states).Prepend(own).Distinct()]
        : [own];

    /// <summary>Reviews it.</summary>
    /// <param name="own">The thing.</param>
    /// <param name="reviews">The reviews that it has.</param>
    /// <param name="command">The command.</param>
    /// <param name="states">The states.</param>
    /// <param name="context">Who gives it, when, and whose work it is (<see cref="Handlers"/>).</param>
    /// <param name="made">Makes the event of that kind of thing.</param>
    public static Decision Decide(
        StreamId own,
        ImmutableArray<ReviewView> reviews,
        IReview command,
        StateSet states,
        DecisionContext context,
        Func<int, ReviewFacts, object> made)
    {
        var order = OrderOf(own, command);

        // The id follows from the command's own: where it stands, the command was done before.
        if (order is not null && states.Directive(command.DirectiveId).Version > 0)
            return Decision.Nothing;
        if (OccurredAtRule.Check(command.OccurredAt, context) is { } future)
            return Decision.Refuse(future);
        if (context.Fact<Handlers>() is { } handlers && handlers.Subjects.Contains(context.Actor.Subject))
            return Decision.Refuse(RefusalCode.NotYours, "Nobody reviews what he answered or closed himself.");
        if (reviews.Length >= QualityLimits.ReviewsPerThing)
            return Decision.Refuse(Refusals.LimitReached("reviews", QualityLimits.ReviewsPerThing));
        var task = order is null ? Decision.Nothing : Issuing.Decide(states.Directive(command.DirectiveId), order, states, context);
        if (task.Refusal is { } refusal)
            return Decision.Refuse(Renamed(refusal));
        var happened = made(reviews.Length + 1, Facts(command, context, order is null ? null : command.DirectiveId));
        return Decision.Do([new DecidedEvent(own, happened, context.When(command.OccurredAt)), .. task.Events]);
    }

    /// <summary>Whether the record goes back.</summary>
    public static bool IsReturned(IReview command) => command.Content.Verdict == ReviewVerdict.Returned;

    private static ReviewFacts Facts(IReview command, DecisionContext context, DirectiveId? directive)
    {
        var content = command.Content;
        return new ReviewFacts(
            content.Score,
            [.. content.Items.Select(i => new ReviewPoint(i.Code, i.Ok))],
            content.Items.Any(i => i.Note is not null) ? [.. content.Items.Select(i => i.Note)] : null,
            content.Verdict,
            content.Fields,
            context.Actor.Subject,
            directive);
    }

    // Null: nobody has anything to complete.
    private static IssueDirectives? OrderOf(StreamId own, IReview command) => IsReturned(command) && command.Content.To is { } to
        ? new IssueDirectives(
            [to],
            DirectiveKinds.Complete,
            "The record was reviewed and is not complete. Complete what is named.",
            Place: null,
            Parties: [],
            Equipment: [],
            Limits: null,
            ValidUntil: null,
            NextAt: null,
            command.Content.Fields,
            AutoConclude: false,
            Shared: false,
            Replaces: null,
            command.OccurredAt,
            own.Kind == StreamKind.Incident ? IncidentId.Of(own.Id) : null,
            own.Kind == StreamKind.Call ? CallId.Of(own.Id) : null)
        : null;

    // The body names one recipient, and not a list of them.
    private static Refusal Renamed(Refusal refusal) => refusal with
    {
        Errors = [.. refusal.Errors.Select(e => e with { Field = e.Field.Replace("to[0]", "to", StringComparison.Ordinal) })],
    };
}
