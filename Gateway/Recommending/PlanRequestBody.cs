using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Limits;
using Tocsin.RunCards;

namespace Tocsin.Recommending;

/// <summary>The body of <c>POST /incidents/{id}/response-plan</c>.</summary>
internal static class PlanRequestBody
{
    private static readonly Field<int> Alarm = Field.Optional("alarm", new WholeNumberKind(1, RunCardPlan.MaxAlarms));

    private static readonly Field<IReadOnlyList<UnitId>> Units =
        Field.Optional("unitIds", new ListKind<UnitId>(CommonKinds.Unit, 1, EdgeLimits.UnitIdsMax, distinct: true));

    /// <summary>The body.</summary>
    public static readonly Kind<PlanRequest> Kind = new ObjectKind<PlanRequest>(
        new Shape(Alarm, Units, CommonKinds.OccurredAt),
        v => new PlanRequest(v.Get(Alarm, 1), v.Get(Units, null!), v.Find(CommonKinds.OccurredAt)));
}
