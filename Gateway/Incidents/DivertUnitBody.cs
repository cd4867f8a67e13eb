using Tocsin.Bodies;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/diversions</c>.</summary>
internal static class DivertUnitBody
{
    private static readonly Field<UnitId> Unit = Field.Required("unitId", CommonKinds.Unit);
    private static readonly Field<IncidentId> To = Field.Required("toIncidentId", CommonKinds.Incident);
    private static readonly Field<string> Reason = Field.Optional("reason", CommonKinds.MaybeReason);

    /// <summary>The body.</summary>
    public static readonly Kind<DivertUnit> Kind = new ObjectKind<DivertUnit>(
        new Shape(Unit, To, CommonKinds.OccurredAt, Reason),
        v => new DivertUnit(v.Get(Unit), v.Get(To), v.Find(CommonKinds.OccurredAt), v.Find(Reason)));
}
