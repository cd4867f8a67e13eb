using System.Collections.Immutable;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Directives;
using Tocsin.Incidents;

namespace Tocsin.Mission;

/// <summary>
/// The stages that were reached in an append, which are the clocks that it met. Without a timing policy there are no clocks. Then the same
/// times are computed here for the present episode, from its first to its latest assignment, so that a centre without limits has its
/// durations too.
/// </summary>
internal static class StageTimes
{
    /// <summary>The stages of an incident; none if it is a drill, a probe or historic.</summary>
    public static IEnumerable<StageTime> Of(IncidentState before, IncidentState after)
    {
        if (after.Exercise || after.Historic)
            return [];
        if (after.Timing is not null)
            return Met(before.Clocks, after.Clocks);
        return before.Version > 0 && HasSameTimes(before, after) ? [] : MetUnlimited(before, after);
    }

    /// <summary>The stage of a call that was answered; none if it is historic.</summary>
    /// <param name="before">The call before the append.</param>
    /// <param name="after">The call after it.</param>
    /// <param name="horizon">What was received earlier is historic.</param>
    public static IEnumerable<StageTime> Of(CallState before, CallState after, DateTimeOffset horizon)
    {
        if (before.AnsweredAt is not null || after is not { AnsweredAt: { } answered, RingingAt: { } ringing } || ringing < horizon)
            return [];
        var clock = after.Answer ?? new Clock(ClockStage.Answer, ringing) { MetAt = answered };
        return clock.MetAt is null || clock.Silent ? [] : [StageTime.Of(clock)];
    }

    /// <summary>The stages of a directive; none if it hangs on a drill or a probe, or is historic.</summary>
    public static IEnumerable<StageTime> Of(DirectiveState before, DirectiveState after) =>
        after.Exercise || after.Historic ? [] : Met(before.Clocks, after.Clocks);

    // Clocks are only added, so each keeps its index.
    private static IEnumerable<StageTime> Met(ImmutableArray<Clock> before, ImmutableArray<Clock> after)
    {
        for (var i = 0; i < after.Length; i++)
        {
            var isReached = after[i] is { MetAt: not null, Silent: false, Stage: not ClockStage.Distress };
            if (isReached && (i >= before.Length || before[i].MetAt is null))
                yield return StageTime.Of(after[i]);
        }
    }

    // Most events reach no stage.
    private static bool HasSameTimes(IncidentState before, IncidentState after) =>
        before.Assignments == after.Assignments
        && before.Feedback == after.Feedback
        && before.ClosedAt == after.ClosedAt
        && before.Episode == after.Episode;

    private static IEnumerable<StageTime> MetUnlimited(IncidentState before, IncidentState after)
    {
        var isNew = before.Version == 0 || before.Episode != after.Episode;
        foreach (var clock in Unlimited(after))
        {
            if (MetAt(clock, after) is not { } met || (!isNew && HasPlaces(clock, before) && MetAt(clock, before) is not null))
                continue;
            yield return StageTime.Of(clock with { StartedAt = StartOf(clock, after) ?? after.EpisodeAt, MetAt = met });
        }
    }

    private static bool HasPlaces(Clock clock, IncidentState state) =>
        clock.Stage is not (ClockStage.Acknowledge or ClockStage.Turnout) || clock.First < state.Assignments.Length;

    private static DateTimeOffset? StartOf(Clock clock, IncidentState state) =>
        clock.Stage == ClockStage.Assign ? state.EpisodeAt : ClockTimes.StartOf(clock, state);

    private static DateTimeOffset? MetAt(Clock clock, IncidentState state) =>
        StartOf(clock, state) is null ? null : ClockTimes.MetAt(clock, state);

    private static IEnumerable<Clock> Unlimited(IncidentState state)
    {
        yield return Of(ClockStage.Assign, state.EpisodeFirst, int.MaxValue);
        yield return Of(ClockStage.Arrive, state.EpisodeFirst, int.MaxValue);
        yield return Of(ClockStage.Feedback, state.EpisodeFirst, int.MaxValue);
        yield return Of(ClockStage.Conclude, state.EpisodeFirst, int.MaxValue);
        for (var i = state.EpisodeFirst; i < state.Assignments.Length; i++)
        {
            yield return Of(ClockStage.Acknowledge, i, i + 1);
            yield return Of(ClockStage.Turnout, i, i + 1);
        }

        Clock Of(ClockStage stage, int first, int end) => new(stage, state.EpisodeAt)
        {
            Episode = state.Episode,
            First = first,
            End = end,
            Floor = state.EpisodeAt,
        };
    }
}
