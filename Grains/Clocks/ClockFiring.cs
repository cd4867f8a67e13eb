namespace Tocsin.Clocks;

/// <summary>What is left to fire of a clock, and when.</summary>
internal static class ClockFiring
{
    /// <summary>The next instant at which something is to fire; null when nothing is left.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="plan">When it is brought to whom; null: to nobody.</param>
    public static DateTimeOffset? Next(this Clock clock, EscalationPlan? plan)
    {
        if (clock.Silent || clock.DueAt is not { } due)
            return null;
        if (clock.EndedAt is { } ended)
            return !clock.Fired && ended > due ? clock.NotBeforeNoted(due) : null;
        if (!clock.Fired)
            return clock.NotBeforeNoted(!clock.Warned && clock.WarnAt is { } warn ? warn : due);
        return NextLevel(clock) is { } level && plan is not null ? LevelAt(clock, level, plan) : null;
    }

    /// <summary>What fires now, in order.</summary>
    public static IEnumerable<ClockSignal> Due(this Clock clock, EscalationPlan? plan, DateTimeOffset now)
    {
        if (clock.Silent || clock.DueAt is not { } due)
            yield break;
        var fired = clock.Fired;
        if (!fired && now >= due && !(clock.EndedAt <= due))
        {
            fired = true;
            yield return new ClockSignal(ClockSignalKind.Overdue, due, (clock.EndedAt ?? now) - due, Late(now, clock.NotBeforeNoted(due)));
        }
        else if (!fired && !clock.Warned && clock.EndedAt is null && clock.WarnAt is { } warn && now >= warn)
        {
            yield return new ClockSignal(ClockSignalKind.Warning, warn, now - due, Late(now, clock.NotBeforeNoted(warn)));
        }

        if (!fired || clock.EndedAt is not null || plan is null)
            yield break;
        for (var level = NextLevel(clock); level is { } next && LevelAt(clock, next, plan) is var at && at <= now; level = Above(next))
            yield return new ClockSignal(ClockSignalKind.Escalation, at, now - due, Late(now, at)) { Level = next };
    }

    private static EscalationLevel? NextLevel(Clock clock) => clock switch
    {
        { TakenBy: not null } => null,
        { Level: null } => EscalationLevel.Station,
        { Level: { } level } => Above(level),
    };

    private static EscalationLevel? Above(EscalationLevel level) => level == EscalationLevel.DutyCommander ? null : level + 1;

    // A limit that had passed before anybody could know climbs from when it was noted: nobody is passed over.
    private static DateTimeOffset LevelAt(Clock clock, EscalationLevel level, EscalationPlan plan) =>
        clock.NotBeforeNoted(clock.DueAt!.Value).AddSeconds(plan.SecondsTo(level));

    private static TimeSpan Late(DateTimeOffset now, DateTimeOffset due) => now > due ? now - due : TimeSpan.Zero;
}
