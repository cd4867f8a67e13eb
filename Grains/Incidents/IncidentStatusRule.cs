namespace Tocsin.Incidents;

/// <summary>The status of an incident: the first that holds, looking only at what happened since it was made or last reopened.</summary>
internal static class IncidentStatusRule
{
    /// <summary>The status.</summary>
    public static IncidentStatus Of(IncidentState state)
    {
        if (state.Closed)
            return IncidentStatus.Closed;
        if (Reported(state))
            return IncidentStatus.Reported;
        var status = HandleRule.Holds(state) ? IncidentStatus.Assigned : IncidentStatus.Received;
        foreach (var assignment in state.Assignments.AsSpan(state.EpisodeFirst..))
        {
            var shows = Shows(assignment);
            status = shows > status ? shows : status;
        }

        return status;
    }

    /// <summary>Whether feedback of this episode stands.</summary>
    public static bool Reported(IncidentState state)
    {
        foreach (var feedback in state.Feedback)
        {
            if (feedback.Episode == state.Episode)
                return true;
        }

        return false;
    }

    // Who has been there counts also when it is over; who is on the way, only while it is.
    private static IncidentStatus Shows(AssignmentView assignment) => assignment switch
    {
        { OnSceneAt: not null } => IncidentStatus.OnScene,
        _ when !assignment.Stage.IsActive() => IncidentStatus.Received,
        { EnRouteAt: not null } => IncidentStatus.EnRoute,
        _ => IncidentStatus.Assigned,
    };
}
