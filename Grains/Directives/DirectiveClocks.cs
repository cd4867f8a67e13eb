using System.Collections.Immutable;
using Tocsin.Clocks;

namespace Tocsin.Directives;

/// <summary>
/// What an event does to the clocks of a directive: <c>sign</c> and <c>finish</c> run from its issue, <c>report</c> from its signing and
/// again from each report that is not final, and from each return; of a <c>followUp</c> it runs from the issue until <c>nextAt</c>. Of a
/// <c>handle</c> <c>send</c> runs from its signing, and again when nobody is left of those who were sent. Reports are taken in the order in
/// which they were given, however late they arrive: an earlier one never meets a clock that a later one started.
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
        DirectiveIssued => OfLimit(ClockStage.Sign, at, Limit(state, ClockStage.Sign))
            .Concat(OfLimit(ClockStage.Finish, at, Limit(state, ClockStage.Finish)))
            .Concat(OfLimit(ClockStage.Report, at, state.IsFollowUp && SecondsTo(state.NextAt, at) is { } next ? (next, null) : null)),
        DirectiveSigned { Late: false } when !state.IsFollowUp => OfLimit(ClockStage.Report, at, Limit(state, ClockStage.Report))
            .Concat(OfLimit(ClockStage.Send, at, Limit(state, ClockStage.Send))),
        DirectiveUnattended => OfLimit(ClockStage.Send, at, Limit(state, ClockStage.Send)),
        DirectiveReported { Late: false, Final: false } e when !state.Reports.Any(r => r.At > at) => OfLimit(
            ClockStage.Report, at, SecondsTo(e.NextAt, at) is { } seconds ? (seconds, null) : Limit(state, ClockStage.Report)),
        DirectiveReturned e => OfLimit(
            ClockStage.Report, at, e.LimitSeconds is { } seconds ? (seconds, null) : Limit(state, ClockStage.Report)),
        _ => [],
    };

    private static ImmutableArray<Clock> OfLimit(ClockStage stage, DateTimeOffset start, (int Seconds, int? Warn)? limit) =>
        limit is { } found ? [new Clock(stage, start) { LimitSeconds = found.Seconds, WarnSeconds = found.Warn }] : [];

    /// <summary>Whether a clock is one by which a <c>handle</c> stands for an assignment: of <c>send</c> only the first is.</summary>
    /// <param name="clocks">The clocks of the directive.</param>
    /// <param name="place">The place of the clock.</param>
    public static bool IsOfStanding(ImmutableArray<Clock> clocks, int place) => clocks[place].Stage switch
    {
        ClockStage.Sign => true,
        ClockStage.Send => !clocks.Take(place).Any(c => c.Stage == ClockStage.Send),
        _ => false,
    };

    // Its own limit, else that of the policy. Only a handle is sent on.
    private static (int Seconds, int? Warn)? Limit(DirectiveState state, ClockStage stage)
    {
        if (stage == ClockStage.Send && !state.IsHandle)
            return null;
        var own = stage switch
        {
            ClockStage.Sign => state.Limits?.Sign,
            ClockStage.Send => state.Limits?.Send,
            ClockStage.Report => state.Limits?.Report,
            _ => state.Limits?.Finish,
        };
        if (own is { } seconds)
            return (seconds, null);
        return state.Timing?.Limits.FirstOrDefault(row => row.Stage == stage) is { } row ? (row.LimitSeconds, row.WarnSeconds) : null;
    }

    // A part of a second counts as a whole one.
    private static int? SecondsTo(DateTimeOffset? next, DateTimeOffset at) =>
        next is { } due ? Math.Max(1, (int)Math.Ceiling((due - at).TotalSeconds)) : null;

    // The place of the clock that the signing started: any report meets it. -1: there is none.
    private static int SigningsReport(DirectiveState state)
    {
        for (var i = 0; Limit(state, ClockStage.Report) is not null && i < state.Clocks.Length; i++)
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

    // Whom a station is to send is waited for no longer once it has reported; what was void stays so when the report is given back.
    private static DateTimeOffset? VoidAt(Clock clock, DirectiveState state, DateTimeOffset at)
    {
        if (clock.Stage != ClockStage.Send)
            return state.OverAt;
        var voidAt = clock.VoidAt ?? (state.Status == DirectiveStatus.Reported ? at : null);
        return voidAt is null || state.OverAt < voidAt ? state.OverAt ?? voidAt : voidAt;
    }

    private static Clock Update(Clock clock, bool ofSigning, DirectiveState state, DirectiveEvent happened, DateTimeOffset at)
    {
        var met = clock.Stage switch
        {
            ClockStage.Sign => state.SignedAt,
            ClockStage.Report => Reported(clock, ofSigning, happened, at),
            ClockStage.Send => clock.MetAt ?? (happened is DirectiveSent ? at : null),
            _ => state is { Ended: DirectiveStatus.Concluded, Refusal: null } ? state.OverAt : null,
        };
        var updated = clock with { MetAt = met, VoidAt = met is null ? VoidAt(clock, state, at) : null };
        return updated.EndedAt == clock.EndedAt ? updated : updated with { NotedAt = happened.Noted?.At ?? clock.NotedAt };
    }
}
