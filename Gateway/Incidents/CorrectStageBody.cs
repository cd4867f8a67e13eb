using Tocsin.Bodies;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>
/// The body of <c>POST /incidents/{id}/corrections</c>. The time must be there, be it null: a correction that forgets it must not take a
/// press away.
/// </summary>
internal static class CorrectStageBody
{
    private static readonly Field<UnitId> Unit = Field.Required("unitId", CommonKinds.Unit);
    private static readonly Field<CorrectableStage> Stage = Field.Required("stage", Words.Of<CorrectableStage>());
    private static readonly Field<DateTimeOffset> At = Field.Nullable("occurredAt", CommonKinds.Instant);
    private static readonly Field<string> Reason = Field.Required("reason", CommonKinds.Reason);

    /// <summary>The body.</summary>
    public static readonly Kind<CorrectStage> Kind = new ObjectKind<CorrectStage>(
        new Shape(Unit, Stage, At, Reason),
        v => new CorrectStage(v.Get(Unit), v.Get(Stage), v.Find(At), v.Get(Reason)));
}
