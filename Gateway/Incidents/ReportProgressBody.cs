using Tocsin.Bodies;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/assignments/{unitId}/progress</c>; the unit stands in the path.</summary>
internal static class ReportProgressBody
{
    private static readonly Field<AssignmentStage> Stage = Field.Required(
        "stage",
        Words.Of(AssignmentStage.Acknowledged, AssignmentStage.EnRoute, AssignmentStage.OnScene, AssignmentStage.Cleared, AssignmentStage.Declined, AssignmentStage.Cancelled));

    private static readonly Field<string> Note = Field.Optional("note", CommonKinds.Narrative);

    /// <summary>The body.</summary>
    public static readonly Kind<ReportProgress> Kind = new ObjectKind<ReportProgress>(
        new Shape(Stage, CommonKinds.OccurredAt, Note),
        v => new ReportProgress(default, v.Get(Stage), v.Find(CommonKinds.OccurredAt), v.Find(Note)));

    /// <summary>The row of the contract's table that a stage needs.</summary>
    public static Deed PermissionFor(ReportProgress command) => command.Stage switch
    {
        AssignmentStage.Declined => Deed.Decline,
        AssignmentStage.Cancelled => Deed.Assign,
        _ => Deed.ReportProgress,
    };
}
