using System.Collections.Immutable;
using Tocsin.Calls;
using Tocsin.Clocks;
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
        return Met(before.Version == 0 || before.Episode != after.Episode ? [] : Unlimited(before), Unlimited(after));
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

    private static ImmutableArray<Clock> Unlimited(IncidentState state)
    {
        var clocks = ImmutableArray.CreateBuilder<Clock>();
        var clock = new Clock(ClockStage.Assign, state.EpisodeAt)
        {
            Episode = state.Episode,
            First = state.EpisodeFirst,
            Floor = state.EpisodeAt,
        };
        clocks.Add(clock);
        clocks.Add(clock with { Stage = ClockStage.Arrive });
        clocks.Add(clock with { Stage = ClockStage.Feedback });
        clocks.Add(clock with { Stage = ClockStage.Conclude });
        for (var i = state.EpisodeFirst; i < state.Assignments.Length; i++)
        {
            clocks.Add(clock with { Stage = ClockStage.Acknowledge, First = i, End = i + 1 });
            clocks.Add(clock with { Stage = ClockStage.Turnout, First = i, End = i + 1 });
        }

        for (var i = 0; i < clocks.Count; i++)
        {
            var started = clocks[i].Stage == ClockStage.Assign ? state.EpisodeAt : ClockTimes.StartOf(clocks[i], state);
            clocks[i] = clocks[i] with
            {
                StartedAt = started ?? state.EpisodeAt,
                MetAt = started is null ? null : ClockTimes.MetAt(clocks[i], state),
            };
        }

        return clocks.ToImmutable();
    }
}
