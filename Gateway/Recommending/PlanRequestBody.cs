using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.RunCards;
using Tocsin.Settings;

namespace Tocsin.Recommending;

/// <summary>The body of <c>POST /incidents/{id}/response-plan</c>.</summary>
internal static class PlanRequestBody
{
    private static readonly JsonField<int> Alarm = JsonField.Optional(
        "alarm", new WholeNumberType(1, RunCardPlan.MaxAlarms), "Up to which alarm of the run card; default 1.", 1);

    private static readonly JsonField<IReadOnlyList<UnitId>> Units = JsonField.Optional(
        "unitIds",
        new ListType<UnitId>(CommonTypes.Unit, 1, GatewayLimits.UnitIdsMax, distinct: true),
        "These units and no others; null: those of the plan.",
        [ExampleScene.UnitId]);

    /// <summary>The body.</summary>
    public static readonly JsonType<PlanRequest> Type = new ObjectType<PlanRequest>(
        "CommitResponsePlan",
        new FieldSet(Alarm, Units, CommonTypes.OccurredAt),
        v => new PlanRequest(v.Get(Alarm, 1), v.Get(Units, null!), v.Find(CommonTypes.OccurredAt)));
}
