using Tocsin.JsonBodies;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/assignments/{unitId}/progress</c>; the path names the unit.</summary>
internal static class ReportProgressBody
{
    private static readonly JsonField<AssignmentStage> Stage = JsonField.Required(
        "stage",
        EnumType.Of(
            AssignmentStage.Acknowledged,
            AssignmentStage.EnRoute,
            AssignmentStage.OnScene,
            AssignmentStage.Cleared,
            AssignmentStage.Declined,
            AssignmentStage.Cancelled),
        "The stage that was reached; `declined` is the unit's refusal before it left, `cancelled` the centre's recall before arrival.",
        AssignmentStage.EnRoute);

    private static readonly JsonField<string> Note = JsonField.Optional("note", CommonTypes.Narrative, "A note.", "Heavy traffic.");

    /// <summary>The body.</summary>
    public static readonly JsonType<NamedReport<ReportProgress>> Type = new ObjectType<NamedReport<ReportProgress>>(
        nameof(ReportProgress),
        new FieldSet(Stage, NamedReport.Assignment, CommonTypes.OccurredAt, Note),
        v => new(
            new ReportProgress(default, v.Get(Stage), v.Find(CommonTypes.OccurredAt), v.Find(Note)),
            NamedReport.Number(v)));

    /// <summary>The permissions, of which the stage decides which is needed; the first is that of most stages.</summary>
    public static readonly Permission[] Permissions = [Permission.ReportProgress, Permission.Decline, Permission.Assign];

    /// <summary>The permission that a stage needs.</summary>
    public static Permission PermissionFor(NamedReport<ReportProgress> report) => report.Command.Stage switch
    {
        AssignmentStage.Declined => Permission.Decline,
        AssignmentStage.Cancelled => Permission.Assign,
        _ => Permission.ReportProgress,
    };
}
