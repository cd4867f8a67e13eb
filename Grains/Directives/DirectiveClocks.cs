using System.Collections.Immutable;
using Tocsin.Clocks;

namespace Tocsin.Directives;

/// <summary>
/// What an event does to the clocks of a directive: <c>sign</c> and <c>finish</c> run from its issue, <c>report</c> from its signing and
/// again from each report that is not final.
/// </summary>
internal static class DirectiveClocks
{
    /// <summary>The state with its clocks as of this event.</summary>
    /// <param name="state">The state after the event, but for its clocks.</param>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it happened.</param>
    public static DirectiveState Reckon(DirectiveState state, DirectiveEvent happened, DateTimeOffset at) => state with
    {
        Clocks =
        [
            .. state.Clocks.Select(clock => Update(clock, state, happened, at)),
            .. Started(state, happened, at).Select(clock => clock with
            {
                Silent = happened.Noted is { } noted && clock.StartedAt < noted.Horizon,
                NotedAt = happened.Noted?.At,
            }),
        ],
    };

    private static IEnumerable<Clock> Started(DirectiveState state, DirectiveEvent happened, DateTimeOffset at) => happened switch
    {
        DirectiveIssued => OfLimit(ClockStage.Sign, at, state.Limits?.Sign).Concat(OfLimit(ClockStage.Finish, at, state.Limits?.Finish)),
        DirectiveSigned { Late: false } => OfLimit(ClockStage.Report, at, state.Limits?.Report),
        DirectiveReported { Late: false, Final: false } e =>
            OfLimit(ClockStage.Report, at, SecondsTo(e.NextAt, at) ?? state.Limits?.Report),
        _ => [],
    };

    private static ImmutableArray<Clock> OfLimit(ClockStage stage, DateTimeOffset start, int? seconds) =>
        seconds is { } limit ? [new Clock(stage, start) { LimitSeconds = limit }] : [];

    // A part of a second counts as a whole one.
    private static int? SecondsTo(DateTimeOffset? next, DateTimeOffset at) =>
        next is { } due ? Math.Max(1, (int)Math.Ceiling((due - at).TotalSeconds)) : null;

    private static Clock Update(Clock clock, DirectiveState state, DirectiveEvent happened, DateTimeOffset at)
    {
        var met = clock.Stage switch
        {
            ClockStage.Sign => state.SignedAt,
            ClockStage.Report => clock.MetAt ?? (happened is DirectiveReported ? at : null),
            _ => state.Ended == DirectiveStatus.Concluded ? state.OverAt : null,
        };
        var updated = clock with { MetAt = met, VoidAt = met is null ? state.OverAt : null };
        return updated.EndedAt == clock.EndedAt ? updated : updated with { NotedAt = happened.Noted?.At ?? clock.NotedAt };
    }
}
