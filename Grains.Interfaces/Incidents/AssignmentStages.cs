namespace Tocsin.Incidents;

/// <summary>What the stages of an assignment have in common.</summary>
public static class AssignmentStages
{
    /// <summary>Whether an assignment at this stage is not over.</summary>
    public static bool IsActive(this AssignmentStage stage) => stage <= AssignmentStage.OnScene;
}
