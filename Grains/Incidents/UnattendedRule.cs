namespace Tocsin.Incidents;

/// <summary>
/// An incident is unattended while it is neither closed nor reported, nobody is on it, and its latest assignment did not end cleared after
/// arrival. Like the status it looks only at what happened since the incident was made or last reopened.
/// </summary>
internal static class UnattendedRule
{
    /// <summary>Since when: its receipt or reopening, or when the last one on it was over; null when it is attended.</summary>
    public static DateTimeOffset? Since(IncidentState state)
    {
        if (state.Closed || IncidentStatusRule.Reported(state))
            return null;
        var episode = state.Assignments.AsSpan(state.EpisodeFirst..);
        if (episode.IsEmpty)
            return state.EpisodeAt;
        if (episode[^1] is { Stage: AssignmentStage.Cleared, OnSceneAt: not null })
            return null;
        var since = DateTimeOffset.MinValue;
        foreach (var assignment in episode)
        {
            if (assignment.Stage.IsActive())
                return null;
            since = assignment.ClearedAt > since ? assignment.ClearedAt.Value : since;
        }

        return since;
    }
}
