namespace Tocsin.Incidents;

/// <summary>The event of a reported stage.</summary>
internal static class StageEvents
{
    /// <summary>What happened to the incident.</summary>
    public static UnitReport Of(ReportProgress command, bool late) => command.Stage switch
    {
        AssignmentStage.Acknowledged => new UnitAcknowledged(command.UnitId, command.Note, late),
        AssignmentStage.EnRoute => new UnitEnRoute(command.UnitId, command.Note, late),
        AssignmentStage.OnScene => new UnitOnScene(command.UnitId, command.Note, late),
        AssignmentStage.Cleared => new UnitCleared(command.UnitId, command.Note, ClearCause.Report),
        AssignmentStage.Declined => new UnitDeclined(command.UnitId, command.Note),
        AssignmentStage.Cancelled => new UnitCancelled(command.UnitId, command.Note),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Stage, "Not reported."),
    };
}
