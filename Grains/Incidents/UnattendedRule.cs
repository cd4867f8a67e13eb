namespace Tocsin.Incidents;

/// <summary>
/// An incident is unattended while it is neither closed nor reported, nobody is on it, no <c>handle</c> directive stands for an assignment,
/// and its latest assignment did not end cleared after arrival. Like the status it looks only at what happened since the incident was made
/// or last reopened.
/// </summary>
internal static class UnattendedRule
{
    /// <summary>
    /// Since when: its receipt or reopening, when the last one on it was over, or when the newest <c>handle</c> was issued that stands for
    /// no assignment any more; null when it is attended.
    /// </summary>
    public static DateTimeOffset? Since(IncidentState state) => Since(state, static kept => kept.StoodFrom);

    /// <summary>
    /// From when the clock <c>assign</c> runs: as <see cref="Since(IncidentState)"/>, but from when such a <c>handle</c> was overdue or
    /// over.
    /// </summary>
    public static DateTimeOffset? RunsFrom(IncidentState state) => Since(state, static kept => kept.LetGoAt);

    private static DateTimeOffset? Since(IncidentState state, Func<KeptDirective, DateTimeOffset> letGo)
    {
        if (state.Closed || IncidentStatusRule.Reported(state) || HandleRule.Holds(state))
            return null;
        var since = HandleRule.LetGo(state, letGo);
        var episode = state.Assignments.AsSpan(state.EpisodeFirst..);
        if (episode.IsEmpty)
            return since ?? state.EpisodeAt;
        if (episode[^1] is { Stage: AssignmentStage.Cleared, OnSceneAt: not null } && !HandleRule.IsLetGoLast(state))
            return null;
        foreach (var assignment in episode)
        {
            if (assignment.Stage.IsActive())
                return null;
            if (assignment.ClearedAt is { } over && !(over <= since))
                since = over;
        }

        return since ?? DateTimeOffset.MinValue;
    }
}
