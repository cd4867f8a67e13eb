using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>
/// The body of <c>POST /incidents/{id}/corrections</c>. The time is required, though it may be null: a correction that leaves it out by
/// mistake must not remove a stage.
/// </summary>
internal static class CorrectStageBody
{
    private static readonly JsonField<UnitId> Unit = JsonField.Required(
        "unitId", CommonTypes.Unit, "The unit whose assignment it is.", ExampleScene.UnitId);

    private static readonly JsonField<CorrectableStage> Stage = JsonField.Required(
        "stage", EnumType.Of<CorrectableStage>(), "The stage whose time is wrong.", CorrectableStage.OnScene);

    private static readonly JsonField<DateTimeOffset> At = JsonField.Nullable(
        "occurredAt",
        CommonTypes.Instant,
        "The right time; null: the stage was reported by mistake and is removed.",
        ExampleScene.OnSceneAt);

    private static readonly JsonField<string> Reason = JsonField.Required(
        "reason", CommonTypes.Reason, "Why it is corrected.", "Reported from the wrong street.");

    /// <summary>The body.</summary>
    public static readonly JsonType<NamedReport<CorrectStage>> Type = new ObjectType<NamedReport<CorrectStage>>(
        nameof(CorrectStage),
        new FieldSet(Unit, NamedReport.Assignment, Stage, At, Reason),
        v => new(new CorrectStage(v.Get(Unit), v.Get(Stage), v.Find(At), v.Get(Reason)), NamedReport.Number(v)));
}
