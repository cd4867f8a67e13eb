using Tocsin.Clocks;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/urging</c>.</summary>
internal static class UrgeBody
{
    // Without `answer`: that is a stage of calls.
    private static readonly JsonField<ClockStage> Stage = JsonField.Required(
        "stage",
        EnumType.Of(
            ClockStage.Assign,
            ClockStage.Acknowledge,
            ClockStage.Turnout,
            ClockStage.Arrive,
            ClockStage.Feedback,
            ClockStage.Conclude),
        "The stage that is waited for.",
        ClockStage.Arrive);

    private static readonly JsonField<UnitId> Unit = JsonField.Optional(
        "unitId", CommonTypes.Unit, "The unit that is urged; null: every unit on the incident.", ExampleScene.UnitId);

    private static readonly JsonField<string> Reason = JsonField.Required(
        "reason", CommonTypes.Reason, "Why it is urged.", "The caller rang again.");

    /// <summary>The body.</summary>
    public static readonly JsonType<Urge> Type = new ObjectType<Urge>(
        new FieldSet(Stage, Unit, Reason),
        v => new Urge(v.Get(Stage), v.Find(Unit), v.Get(Reason)));
}
