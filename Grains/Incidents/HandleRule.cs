namespace Tocsin.Incidents;

/// <summary>
/// What a <c>handle</c> directive is to its incident: it stands for an assignment from its issue until its station sends, it is over, or
/// its <c>sign</c> or <c>send</c> is overdue: no directive hides an incident. Like the status this looks only at what happened since the
/// incident was made or last reopened.
/// </summary>
internal static class HandleRule
{
    /// <summary>One that was issued now.</summary>
    public static KeptDirective Begin(KeptDirective kept, IncidentState state) => kept with
    {
        Episode = state.Episode,
        Place = state.Assignments.Length,
        Rounds = [state.Round],
    };

    /// <summary>One that moved: where it turns out that it was not overdue, it meets the clock of the round that began by it.</summary>
    public static KeptDirective Move(KeptDirective kept, DirectiveMoved happened, IncidentState state) =>
        kept.OverdueSince is null || happened.OverdueSince is not null || kept.Rounds.Contains(state.Round)
            ? kept with { OverdueSince = happened.OverdueSince }
            : kept with { OverdueSince = null, Rounds = kept.Rounds.Add(state.Round) };

    /// <summary>The incident with that directive sent on; unchanged where it has none of that id, or it was before.</summary>
    public static IncidentState Send(IncidentState state, UnitAssigned happened)
    {
        if (happened.DirectiveId is not { } id)
            return state;
        for (var i = state.Directives.Length - 1; i >= 0; i--)
        {
            if (state.Directives[i] is { Sent: false } kept && kept.Id == id)
                return state with { Directives = state.Directives.SetItem(i, kept with { Sent = true }) };
        }

        return state;
    }

    /// <summary>Whether one stands for an assignment now.</summary>
    public static bool Holds(IncidentState state)
    {
        foreach (var kept in state.Directives)
        {
            if (kept.Holds && kept.Episode == state.Episode)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The newest of those that stood for an assignment and do no more, without anybody having been sent; null: there is none.
    /// </summary>
    /// <param name="state">The incident.</param>
    /// <param name="time">Which of its times makes it the newest.</param>
    public static DateTimeOffset? LetGo(IncidentState state, Func<KeptDirective, DateTimeOffset> time)
    {
        DateTimeOffset? newest = null;
        foreach (var kept in state.Directives)
        {
            if (IsLetGo(kept, state) && !(time(kept) <= newest))
                newest = time(kept);
        }

        return newest;
    }

    /// <summary>Whether such a one was issued after the last assignment was made: then that says nothing any more.</summary>
    public static bool IsLetGoLast(IncidentState state)
    {
        foreach (var kept in state.Directives)
        {
            if (IsLetGo(kept, state) && kept.Place == state.Assignments.Length)
                return true;
        }

        return false;
    }

    /// <summary>When one of them met the clock <c>assign</c> of a round; null: none did.</summary>
    /// <param name="state">The incident.</param>
    /// <param name="round">The number of the round.</param>
    /// <param name="start">When that clock began.</param>
    public static DateTimeOffset? MetAt(IncidentState state, int round, DateTimeOffset start)
    {
        DateTimeOffset? earliest = null;
        foreach (var kept in state.Directives)
        {
            if (!kept.IsHandle || !kept.Rounds.Contains(round))
                continue;

            // One that turned out not to be overdue stood there all the time.
            var met = kept.Rounds[0] == round || kept.StoodFrom > start ? kept.StoodFrom : start;
            if (!(earliest <= met))
                earliest = met;
        }

        return earliest;
    }

    private static bool IsLetGo(KeptDirective kept, IncidentState state) =>
        kept is { IsHandle: true, Sent: false, Holds: false } && kept.Episode == state.Episode;
}
