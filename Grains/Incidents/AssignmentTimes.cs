namespace Tocsin.Incidents;

/// <summary>The times of an assignment, by name of the stage.</summary>
internal static class AssignmentTimes
{
    /// <summary>The time of a stage; null when it has none.</summary>
    public static DateTimeOffset? Time(this AssignmentView assignment, CorrectableStage stage) => stage switch
    {
        CorrectableStage.Assigned => assignment.AssignedAt,
        CorrectableStage.Acknowledged => assignment.AcknowledgedAt,
        CorrectableStage.EnRoute => assignment.EnRouteAt,
        CorrectableStage.OnScene => assignment.OnSceneAt,
        CorrectableStage.Feedback => assignment.FeedbackAt,
        _ => assignment.ClearedAt,
    };

    /// <summary>The assignment with another time at a stage.</summary>
    public static AssignmentView With(this AssignmentView assignment, CorrectableStage stage, DateTimeOffset? time) => stage switch
    {
        CorrectableStage.Assigned => assignment with { AssignedAt = time },
        CorrectableStage.Acknowledged => assignment with { AcknowledgedAt = time },
        CorrectableStage.EnRoute => assignment with { EnRouteAt = time },
        CorrectableStage.OnScene => assignment with { OnSceneAt = time },
        CorrectableStage.Feedback => assignment with { FeedbackAt = time },
        _ => assignment with { ClearedAt = time },
    };

    /// <summary>The time that a unit's report of an active stage sets.</summary>
    public static CorrectableStage TimeOf(AssignmentStage stage) => stage switch
    {
        AssignmentStage.Assigned => CorrectableStage.Assigned,
        AssignmentStage.Acknowledged => CorrectableStage.Acknowledged,
        AssignmentStage.EnRoute => CorrectableStage.EnRoute,
        AssignmentStage.OnScene => CorrectableStage.OnScene,
        _ => CorrectableStage.Cleared,
    };

    /// <summary>The furthest stage that an active assignment has a time for.</summary>
    public static AssignmentStage Furthest(this AssignmentView assignment) => assignment switch
    {
        { OnSceneAt: not null } => AssignmentStage.OnScene,
        { EnRouteAt: not null } => AssignmentStage.EnRoute,
        { AcknowledgedAt: not null } => AssignmentStage.Acknowledged,
        _ => AssignmentStage.Assigned,
    };
}
