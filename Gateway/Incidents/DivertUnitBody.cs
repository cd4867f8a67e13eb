using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/diversions</c>.</summary>
internal static class DivertUnitBody
{
    private static readonly JsonField<UnitId> Unit = JsonField.Required(
        "unitId", CommonTypes.Unit, "A unit with an active assignment to the incident of the path.", ExampleScene.UnitId);

    private static readonly JsonField<IncidentId> To = JsonField.Required(
        "toIncidentId", CommonTypes.Incident, "The open incident to which it goes.", ExampleScene.OtherIncidentId);

    private static readonly JsonField<string> Reason = JsonField.Optional(
        "reason", CommonTypes.OptionalReason, "Why it is diverted.", "Nearest unit to a robbery.");

    /// <summary>The body.</summary>
    public static readonly JsonType<DivertUnit> Type = new ObjectType<DivertUnit>(
        new FieldSet(Unit, To, CommonTypes.OccurredAt, Reason),
        v => new DivertUnit(v.Get(Unit), v.Get(To), v.Find(CommonTypes.OccurredAt), v.Find(Reason)));
}
