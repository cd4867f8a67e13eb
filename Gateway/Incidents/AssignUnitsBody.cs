using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Limits;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/assignments</c>.</summary>
internal static class AssignUnitsBody
{
    private static readonly Field<IReadOnlyList<UnitId>> Units =
        Field.Required("unitIds", new ListKind<UnitId>(CommonKinds.Unit, 1, EdgeLimits.UnitIdsMax, distinct: true));

    private static readonly Field<AssignMode> Mode = Field.Optional("mode", Words.Of<AssignMode>());

    /// <summary>The body.</summary>
    public static readonly Kind<AssignUnits> Kind = new ObjectKind<AssignUnits>(
        new Shape(Units, Mode, CommonKinds.OccurredAt),
        v => new AssignUnits(v.Get(Units), v.Get(Mode, AssignMode.All), v.Find(CommonKinds.OccurredAt)));
}
