namespace Tocsin.Incidents;

/// <summary>Questions about the stage of an assignment.</summary>
public static class AssignmentStages
{
    /// <summary>Whether an assignment at this stage is not over: assigned, acknowledged, en route or on scene.</summary>
    public static bool IsActive(this AssignmentStage stage) => stage <= AssignmentStage.OnScene;
}
