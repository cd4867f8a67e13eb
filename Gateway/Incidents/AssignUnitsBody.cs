using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Settings;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/assignments</c>.</summary>
internal static class AssignUnitsBody
{
    private static readonly JsonField<IReadOnlyList<UnitId>> Units = JsonField.Required(
        "unitIds",
        new ListType<UnitId>(CommonTypes.Unit, 1, GatewayLimits.UnitIdsMax, distinct: true),
        "The units to assign, each once.",
        [ExampleScene.UnitId]);

    private static readonly JsonField<AssignMode> Mode = JsonField.Optional(
        "mode",
        EnumType.Of<AssignMode>(),
        "`all` (the default): every unit or none. `any`: those that are free.",
        AssignMode.All);

    /// <summary>The body.</summary>
    public static readonly JsonType<AssignUnits> Type = new ObjectType<AssignUnits>(
        new FieldSet(Units, Mode, CommonTypes.OccurredAt),
        v => new AssignUnits(v.Get(Units), v.Get(Mode, AssignMode.All), v.Find(CommonTypes.OccurredAt)));
}
