using System.Collections.Immutable;
using Tocsin.Clocks;
using Tocsin.Identity;

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
        if (!after.HasLimits || (MovesNothing(happened) && !AttachedDirectives.ConcernsHandle(after, happened)))
            return after;
        var current = Round(before, after, happened);
        var anew = happened is IncidentChanged or IncidentAssessed or UnattendedLimitsGiven;
        ImmutableArray<Clock>.Builder? changed = null;
        for (var i = 0; i < current.Clocks.Length; i++)
        {
            var clock = Update(current.Clocks[i], current, happened.Noted, anew);
            if (!ReferenceEquals(clock, current.Clocks[i]))
                (changed ??= current.Clocks.ToBuilder())[i] = clock;
        }

        foreach (var wanted in Wanted(current))
        {
            if (!wanted.IsAmong(current.Clocks) && Started(wanted.ToClock(), current, happened.Noted) is { } started)
                (changed ??= current.Clocks.ToBuilder()).Add(started);
        }

        return changed is null ? current : current with { Clocks = changed.ToImmutable() };
    }

    private static bool MovesNothing(IncidentEvent happened) =>
        happened is NoteAdded or CallJoined or CallLeft or LinkAdded or LinkRemoved or Urged or MessageSent or MessageRead or PanicRepeated
            or PartyAdded or PartyChanged or EvidenceAdded or EvidenceVerified or DirectiveAttached or DirectiveMoved
            or OperationOpened or OperationChanged or OperationClosed;

    // A round begins with the incident, with its reopening, and whenever it becomes unattended again; a closure clears units on its way to
    // closed.
    private static IncidentState Round(IncidentState before, IncidentState after, IncidentEvent happened)
    {
        var since = UnattendedRule.RunsFrom(after);
        var begins = before.Round == 0 || before.Episode != after.Episode
            || (since is not null && UnattendedRule.RunsFrom(before) is null && happened is not UnitCleared { Cause: ClearCause.Closure });
        if (!begins)
        {
            var moves = since is not null && after.Assignments.Length == after.RoundFirst && since != after.RoundAt;
            return moves ? after with { RoundAt = since!.Value } : after;
        }

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
        if (ReferenceEquals(updated, clock))
            return clock;
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
        var floor = ClockTimes.FloorOf(clock, state);

        // What turns out not to have begun was void from its start.
        var voidAt = met is not null ? null : started is null ? start : ClockTimes.VoidAt(clock, state);
        var isSame = start == clock.StartedAt && floor == clock.Floor && met == clock.MetAt && voidAt == clock.VoidAt && !clock.Suspect;
        var reckoned = isSame ? clock : clock with { StartedAt = start, Floor = floor, MetAt = met, VoidAt = voidAt, Suspect = false };
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
    private static IEnumerable<WantedClock> Wanted(IncidentState state)
    {
        var ofRound = new WantedClock(ClockStage.Assign, state.Episode, state.Round, state.RoundFirst, state.RoundAt);
        yield return ofRound;

        // A distress is raised once, also where the incident is opened again.
        if (state.Distress is not null)
            yield return new WantedClock(ClockStage.Distress, 1, 0, 0, state.ReceivedAt);

        // Without a policy no other stage ever has a limit.
        if (state.Timing is null)
            yield break;
        for (var i = state.RoundFirst; i < state.Assignments.Length; i++)
        {
            var ofUnit = ofRound with { First = i, End = i + 1, Unit = state.Assignments[i].UnitId };
            yield return ofUnit with { Stage = ClockStage.Acknowledge };
            yield return ofUnit with { Stage = ClockStage.Turnout };
        }

        yield return ofRound with { Stage = ClockStage.Arrive };
        var ofEpisode = ofRound with { Round = 0, First = state.EpisodeFirst, Floor = state.EpisodeAt };
        yield return ofEpisode with { Stage = ClockStage.Feedback };
        yield return ofEpisode with { Stage = ClockStage.Conclude };
    }

    /// <summary>What tells one clock of an incident from another, before there is one.</summary>
    private readonly record struct WantedClock(ClockStage Stage, int Episode, int Round, int First, DateTimeOffset Floor)
    {
        public int End { get; init; } = int.MaxValue;

        public UnitId? Unit { get; init; }

        public bool IsAmong(ImmutableArray<Clock> clocks)
        {
            foreach (var clock in clocks)
            {
                if (clock.Stage == Stage && clock.Episode == Episode && clock.First == First && clock.Round == Round)
                    return true;
            }

            return false;
        }

        public Clock ToClock() => new(Stage, default)
        {
            Unit = Unit,
            Episode = Episode,
            Round = Round,
            First = First,
            End = End,
            Floor = Floor,
        };
    }
}
