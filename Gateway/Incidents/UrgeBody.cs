using Tocsin.Bodies;
using Tocsin.Clocks;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/urging</c>.</summary>
internal static class UrgeBody
{
    // An incident is not answered: its calls are.
    private static readonly Field<ClockStage> Stage = Field.Required(
        "stage",
        Words.Of(ClockStage.Assign, ClockStage.Acknowledge, ClockStage.Turnout, ClockStage.Arrive, ClockStage.Feedback, ClockStage.Conclude));

    private static readonly Field<UnitId> Unit = Field.Optional("unitId", CommonKinds.Unit);
    private static readonly Field<string> Reason = Field.Required("reason", CommonKinds.Reason);

    /// <summary>The body.</summary>
    public static readonly Kind<Urge> Kind = new ObjectKind<Urge>(
        new Shape(Stage, Unit, Reason),
        v => new Urge(v.Get(Stage), v.Find(Unit), v.Get(Reason)));
}
