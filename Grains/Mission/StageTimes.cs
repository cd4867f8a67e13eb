using System.Collections.Immutable;
using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Incidents;

namespace Tocsin.Mission;

/// <summary>
/// The stages that an append shows to be reached: the clocks that were met by it. Without a timing policy nothing keeps clocks; then the
/// same times are reckoned here for the present episode, from its first to its latest assignment, so that a centre without limits sees its
/// durations too.
/// </summary>
internal static class StageTimes
{
    /// <summary>Those of an incident; none of a drill, a probe or what is historic.</summary>
    public static IEnumerable<StageTime> Of(IncidentState before, IncidentState after)
    {
        if (after.Exercise || after.Historic)
            return [];
        if (after.Timing is not null)
            return Met(before.Clocks, after.Clocks);
        return Met(before.Version == 0 || before.Episode != after.Episode ? [] : Unlimited(before), Unlimited(after));
    }

    /// <summary>Those of a call that was answered; none of one that is historic.</summary>
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

    // Clocks are only ever added: each keeps its place.
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
