using Tocsin.Clocks;

namespace Tocsin.Incidents;

/// <summary>
/// What an event does to the clocks of an incident (contract, section Clocks). Each clock is reckoned anew from the stage times as they now
/// stand; so late reports, corrections and changes need no rule of their own.
/// </summary>
internal static class IncidentClocks
{
    /// <summary>The state with its clocks as of this event.</summary>
    /// <param name="before">The state before the event.</param>
    /// <param name="after">The state after it, but for its clocks.</param>
    /// <param name="happened">The event.</param>
    public static IncidentState Reckon(IncidentState before, IncidentState after, IncidentEvent happened)
    {
        if (!after.HasLimits || MovesNothing(happened))
            return after;
        var current = Round(before, after, happened);
        var anew = happened is IncidentChanged or UnattendedLimitsGiven;
        var clocks = current.Clocks.ToBuilder();
        for (var i = 0; i < clocks.Count; i++)
            clocks[i] = Update(clocks[i], current, happened.Noted, anew);
        foreach (var wanted in Wanted(current))
        {
            if (!clocks.Any(c => IsSame(c, wanted)) && Started(wanted, current, happened.Noted) is { } started)
                clocks.Add(started);
        }

        return current with { Clocks = clocks.ToImmutable() };
    }

    private static bool MovesNothing(IncidentEvent happened) =>
        happened is NoteAdded or CallJoined or CallLeft or LinkAdded or LinkRemoved or Urged or MessageSent or MessageRead or PanicRepeated;

    // A round begins with the incident, with its reopening, and whenever it becomes unattended again; a closure clears units on its way to
    // closed.
    private static IncidentState Round(IncidentState before, IncidentState after, IncidentEvent happened)
    {
        var since = UnattendedRule.Since(after);
        var begins = before.Round == 0 || before.Episode != after.Episode
            || (since is not null && UnattendedRule.Since(before) is null && happened is not UnitCleared { Cause: ClearCause.Closure });
        if (!begins)
            return since is { } moved && after.Assignments.Length == after.RoundFirst ? after with { RoundAt = moved } : after;
        var place = after.Assignments.Length;
        return after with
        {
            Round = after.Round + 1,
            RoundAt = since ?? after.EpisodeAt,
            RoundFirst = place,
            Clocks = [.. after.Clocks.Select(c =>
                c.End == int.MaxValue && (ClockTimes.IsOfRound(c.Stage) || c.Episode != after.Episode) ? c with { End = place } : c)],
        };
    }

    private static Clock Update(Clock clock, IncidentState state, Noted? noted, bool anew)
    {
        // One that waits for its start is as open to a change as one that runs.
        var open = clock.MetAt is null && (clock.VoidAt is null || ClockTimes.StartOf(clock, state) is null);
        var updated = Reckoned(anew && open ? Limited(clock, state) : clock, state);

        // One that had ended and runs again goes by what holds now.
        if (!open && updated.EndedAt is null)
            updated = Reckoned(Limited(updated, state), state);
        if (updated.StartedAt == clock.StartedAt
            && updated.EndedAt == clock.EndedAt
            && updated.DueAt == clock.DueAt
            && updated.WarnAt == clock.WarnAt)
        {
            return updated;
        }

        return updated with
        {
            Silent = updated.StartedAt == clock.StartedAt ? clock.Silent : IsSilent(updated.StartedAt, noted),
            NotedAt = noted?.At ?? clock.NotedAt,

            // Who was warned of an earlier limit is warned of the later one too.
            Warned = updated.Fired || (updated.Warned && !(updated.WarnAt > clock.WarnAt)),
        };
    }

    private static Clock Reckoned(Clock clock, IncidentState state)
    {
        var started = ClockTimes.StartOf(clock, state);
        var start = started ?? clock.StartedAt;
        var met = ClockTimes.MetAt(clock, state);
        var reckoned = clock with
        {
            StartedAt = start,
            Floor = ClockTimes.FloorOf(clock, state),
            MetAt = met,

            // What turns out not to have begun was void from its start.
            VoidAt = met is not null ? null : started is null ? start : ClockTimes.VoidAt(clock, state),
            Suspect = false,
        };
        return state.Suspects ? SuspectRule.Judge(reckoned) : reckoned;
    }

    private static Clock? Started(Clock wanted, IncidentState state, Noted? noted)
    {
        var clock = Limited(wanted, state);
        if (ClockTimes.StartOf(clock, state) is not { } start)
            return null;
        clock = clock with { StartedAt = start, Silent = IsSilent(start, noted), NotedAt = noted?.At };
        var met = ClockTimes.MetAt(clock, state);
        clock = clock with { MetAt = met, VoidAt = met is null ? ClockTimes.VoidAt(clock, state) : null };
        return state.Suspects ? SuspectRule.Judge(clock) : clock;
    }

    private static Clock Limited(Clock clock, IncidentState state)
    {
        if (clock.Stage == ClockStage.Distress)
            return clock with { LimitSeconds = state.Distress?.LimitSeconds };
        var row = state.Timing?.Find(clock.Stage, state.Priority, state.AreaClass);
        if (row is null && clock.Stage == ClockStage.Assign && state.Unattended is { } builtIn)
        {
            return clock with
            {
                LimitSeconds = builtIn.LimitSeconds(state.Priority),
                WarnSeconds = builtIn.WarnSeconds(state.Priority),
            };
        }

        return clock with { LimitSeconds = row?.LimitSeconds, WarnSeconds = row?.WarnSeconds, From = row?.From ?? ClockFrom.Assigned };
    }

    private static bool IsSilent(DateTimeOffset start, Noted? noted) => noted is not null && start < noted.Horizon;

    // The clocks that the state calls for, in the order of the stages; those whose start there is not yet come later.
    private static IEnumerable<Clock> Wanted(IncidentState state)
    {
        var clock = new Clock(ClockStage.Assign, default)
        {
            Episode = state.Episode,
            Round = state.Round,
            First = state.RoundFirst,
            Floor = state.RoundAt,
        };
        yield return clock;

        // A distress is raised once, also where the incident is opened again.
        if (state.Distress is not null)
        {
            yield return clock with
            {
                Stage = ClockStage.Distress,
                Episode = 1,
                Round = 0,
                First = 0,
                Floor = state.ReceivedAt,
            };
        }

        // Without a policy no other stage ever has a limit.
        if (state.Timing is null)
            yield break;
        for (var i = state.RoundFirst; i < state.Assignments.Length; i++)
        {
            yield return clock with { Stage = ClockStage.Acknowledge, Unit = state.Assignments[i].UnitId, First = i, End = i + 1 };
            yield return clock with { Stage = ClockStage.Turnout, Unit = state.Assignments[i].UnitId, First = i, End = i + 1 };
        }

        yield return clock with { Stage = ClockStage.Arrive };
        var ofEpisode = clock with { Round = 0, First = state.EpisodeFirst, Floor = state.EpisodeAt };
        yield return ofEpisode with { Stage = ClockStage.Feedback };
        yield return ofEpisode with { Stage = ClockStage.Conclude };
    }

    private static bool IsSame(Clock a, Clock b) =>
        a.Stage == b.Stage && a.Episode == b.Episode && a.First == b.First && a.Round == b.Round;
}
