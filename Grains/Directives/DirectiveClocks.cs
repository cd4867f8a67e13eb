using System.Collections.Immutable;
using Tocsin.Clocks;

namespace Tocsin.Directives;

/// <summary>
/// What an event does to the clocks of a directive: <c>sign</c> and <c>finish</c> run from its issue, <c>report</c> from its signing and
/// again from each report that is not final. Reports are taken in the order in which they were given, however late they arrive: an earlier
/// one never meets a clock that a later one started.
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
            .. state.Clocks.Select((clock, i) => Update(clock, i == SigningsReport(state), state, happened, at)),
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
        DirectiveReported { Late: false, Final: false } e when !state.Reports.Any(r => r.At > at) =>
            OfLimit(ClockStage.Report, at, SecondsTo(e.NextAt, at) ?? state.Limits?.Report),
        _ => [],
    };

    private static ImmutableArray<Clock> OfLimit(ClockStage stage, DateTimeOffset start, int? seconds) =>
        seconds is { } limit ? [new Clock(stage, start) { LimitSeconds = limit }] : [];

    // A part of a second counts as a whole one.
    private static int? SecondsTo(DateTimeOffset? next, DateTimeOffset at) =>
        next is { } due ? Math.Max(1, (int)Math.Ceiling((due - at).TotalSeconds)) : null;

    // The place of the clock that the signing started: any report meets it. -1: there is none.
    private static int SigningsReport(DirectiveState state)
    {
        for (var i = 0; state.Limits?.Report is not null && i < state.Clocks.Length; i++)
        {
            if (state.Clocks[i].Stage == ClockStage.Report)
                return i;
        }

        return -1;
    }

    private static DateTimeOffset? Reported(Clock clock, bool ofSigning, DirectiveEvent happened, DateTimeOffset at)
    {
        if (happened is not DirectiveReported || (at < clock.StartedAt && !ofSigning))
            return clock.MetAt;
        return clock.MetAt < at ? clock.MetAt : at;
    }

    private static Clock Update(Clock clock, bool ofSigning, DirectiveState state, DirectiveEvent happened, DateTimeOffset at)
    {
        var met = clock.Stage switch
        {
            ClockStage.Sign => state.SignedAt,
            ClockStage.Report => Reported(clock, ofSigning, happened, at),
            _ => state.Ended == DirectiveStatus.Concluded ? state.OverAt : null,
        };
        var updated = clock with { MetAt = met, VoidAt = met is null ? state.OverAt : null };
        return updated.EndedAt == clock.EndedAt ? updated : updated with { NotedAt = happened.Noted?.At ?? clock.NotedAt };
    }
}
