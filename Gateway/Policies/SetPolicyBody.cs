using Tocsin.Bodies;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Policies;

/// <summary>
/// The body of <c>PUT /settings/policies/{name}</c>. What is wrong with a field by itself is found here; what rows say together, by the rule.
/// </summary>
/// <param name="Name">The name, if the body repeats it: then it must be the path's.</param>
/// <param name="Command">The command.</param>
internal sealed record SetPolicyBody(PolicyId? Name, SetPolicy Command)
{
    private static readonly Kind<int> Limit = new WholeNumberKind(1, TimingLimit.MaxSeconds);
    private static readonly Kind<int> Delay = new WholeNumberKind(0, EscalationPlan.MaxSeconds);

    private static readonly Field<ClockStage> Stage = Field.Required("stage", Words.Of<ClockStage>());
    private static readonly Field<int> Priority = Field.Optional("priority", CommonKinds.Priority);
    private static readonly Field<AreaClass> Area = Field.Optional("areaClass", Words.Of<AreaClass>());
    private static readonly Field<ClockFrom> From = Field.Optional("from", Words.Of<ClockFrom>());
    private static readonly Field<int> LimitSeconds = Field.Required("limitSeconds", Limit);
    private static readonly Field<int> WarnSeconds = Field.Optional("warnSeconds", Limit);
    private static readonly Field<IReadOnlyList<int>> Buckets = Field.Optional("buckets", new ListKind<int>(Limit, 0, TimingLimit.MaxBuckets));

    private static readonly Field<int> Station = Field.Required("stationSeconds", Delay);
    private static readonly Field<int> Supervisor = Field.Required("supervisorSeconds", Delay);
    private static readonly Field<int> DutyCommander = Field.Required("dutyCommanderSeconds", Delay);

    private static readonly Kind<TimingLimit> Row = new ObjectKind<TimingLimit>(
        new Shape(Stage, Priority, Area, From, LimitSeconds, WarnSeconds, Buckets),
        v => new TimingLimit(v.Get(Stage), v.Find(Priority), v.Find(Area), v.Find(From), v.Get(LimitSeconds), v.Find(WarnSeconds), v.Get(Buckets, [])));

    private static readonly Kind<EscalationPlan> Plan = new ObjectKind<EscalationPlan>(
        new Shape(Station, Supervisor, DutyCommander),
        v => new EscalationPlan(v.Get(Station), v.Get(Supervisor), v.Get(DutyCommander)));

    private static readonly Field<PolicyId> BodyName = Field.Optional("name", IdKind<PolicyId>.Instance);
    private static readonly Field<IReadOnlyList<TimingLimit>> Limits = Field.Required("limits", new ListKind<TimingLimit>(Row, 0, TimingPolicy.MaxLimits));
    private static readonly Field<EscalationPlan> Escalation = Field.Optional("escalation", Plan);

    /// <summary>The body.</summary>
    public static readonly Kind<SetPolicyBody> Kind = new ObjectKind<SetPolicyBody>(
        new Shape(BodyName, Limits, Escalation),
        v => new SetPolicyBody(v.Find(BodyName), new SetPolicy(v.Get(Limits, []), v.Get(Escalation, null!))));

    /// <summary>Says so when the body names another policy than the path.</summary>
    public void CheckName(PolicyId path, FieldErrors errors)
    {
        if (Name is { } name && name != path)
            errors.AddBelow(BodyName.Name, ErrorCodes.NotInList, "must be the name in the path, or be left out");
    }
}
