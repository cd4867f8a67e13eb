using Tocsin.Clocks;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Problems;

namespace Tocsin.Policies;

/// <summary>
/// The body of <c>PUT /settings/policies/{name}</c>. Errors of one field are found here, those of rows that contradict each other by the
/// rule.
/// </summary>
/// <param name="Name">The name, if the body repeats it: then it must be that of the path.</param>
/// <param name="Command">The command.</param>
internal sealed record SetPolicyBody(PolicyId? Name, SetPolicy Command)
{
    private static readonly JsonType<int> Limit = new WholeNumberType(1, TimingLimit.MaxDirectiveSeconds);
    private static readonly JsonType<int> Delay = new WholeNumberType(0, EscalationPlan.MaxSeconds);

    // How soon somebody must have seen a distress, the centre's configuration says.
    private static readonly JsonField<ClockStage> Stage = JsonField.Required(
        "stage",
        EnumType.Of([.. Enum.GetValues<ClockStage>().Where(stage => stage != ClockStage.Distress)]),
        "The stage that is limited.",
        ClockStage.Arrive);

    private static readonly JsonField<int> Priority = JsonField.Optional(
        "priority", CommonTypes.Priority, "Only for this priority; null: every one. Calls have none.", 1);

    private static readonly JsonField<AreaClass> Area = JsonField.Optional(
        "areaClass", EnumType.Of<AreaClass>(), "Only for this class of area; null: every one. Calls have none.", AreaClass.City);

    private static readonly JsonField<string> Directive = JsonField.Optional(
        "directive", CommonTypes.Word, "Only for directives of this kind; null: every kind. Other stages have none.", "dissuade");

    private static readonly JsonField<ClockFrom> From = JsonField.Optional(
        "from", EnumType.Of<ClockFrom>(), "When the clock `arrive` starts; null: `assigned`. Other stages have none.", ClockFrom.Assigned);

    private static readonly JsonField<int> LimitSeconds = JsonField.Required(
        "limitSeconds", Limit, "The limit in seconds; seven days at most, for directives 90 days.", 600);

    private static readonly JsonField<int> WarnSeconds = JsonField.Optional(
        "warnSeconds", Limit, "The warning, in seconds after the start, less than the limit; null: none.", 480);

    private static readonly JsonField<IReadOnlyList<int>> Buckets = JsonField.Optional(
        "buckets",
        new ListType<int>(Limit, 0, TimingLimit.MaxBuckets),
        "The upper bounds by which reports count, in seconds, ascending; default none.",
        [300, 600]);

    private static readonly JsonField<int> Station = JsonField.Required(
        "stationSeconds", Delay, "When the station is told, in seconds after the limit.", 0);

    private static readonly JsonField<int> Supervisor = JsonField.Required(
        "supervisorSeconds", Delay, "When the supervisor is told, in seconds after the limit; not before the station.", 60);

    private static readonly JsonField<int> DutyCommander = JsonField.Required(
        "dutyCommanderSeconds", Delay, "When the duty commander is told, in seconds after the limit; not before the supervisor.", 300);

    private static readonly JsonType<TimingLimit> Row = new ObjectType<TimingLimit>(
        new FieldSet(Stage, Priority, Area, Directive, From, LimitSeconds, WarnSeconds, Buckets),
        MakeRow)
    {
        NotInExample = [Directive],
    };

    private static readonly JsonType<EscalationPlan> Plan = new ObjectType<EscalationPlan>(
        new FieldSet(Station, Supervisor, DutyCommander),
        v => new EscalationPlan(v.Get(Station), v.Get(Supervisor), v.Get(DutyCommander)));

    private static readonly JsonField<PolicyId> BodyName = JsonField.Optional(
        "name", IdType<PolicyId>.Instance, "The name; if given, that of the path.", PolicyId.Of(ExampleScene.Policy));

    private static readonly JsonField<IReadOnlyList<TimingLimit>> Limits = JsonField.Required(
        "limits",
        new ListType<TimingLimit>(Row, 0, TimingPolicy.MaxLimits),
        "A row for each limit; the most particular row that fits is used.");

    private static readonly JsonField<EscalationPlan> Escalation = JsonField.Optional(
        "escalation", Plan, "When overdue clocks are escalated; null: the default plan.");

    /// <summary>The body.</summary>
    public static readonly JsonType<SetPolicyBody> Type = new ObjectType<SetPolicyBody>(
        nameof(SetPolicy),
        new FieldSet(BodyName, Limits, Escalation),
        v => new SetPolicyBody(v.Find(BodyName), new SetPolicy(v.Get(Limits, []), v.Get(Escalation, null!))));

    /// <summary>Adds an error when the body names another policy than the path.</summary>
    public void CheckName(PolicyId path, FieldErrors errors)
    {
        if (Name is { } name && name != path)
            errors.AddBelow(BodyName.Name, ErrorCodes.NotInList, "must be the name in the path, or be left out");
    }

    // Only directives may take longer than seven days.
    private static TimingLimit MakeRow(FieldValues v, FieldErrors errors)
    {
        var row = new TimingLimit(
            v.Get(Stage), v.Find(Priority), v.Find(Area), v.Find(From), v.Get(LimitSeconds), v.Find(WarnSeconds), v.Get(Buckets, []))
        {
            Directive = v.Find(Directive),
        };
        Check(LimitSeconds, row.LimitSeconds);
        Check(WarnSeconds, row.WarnSeconds ?? 0);
        return row;

        void Check(JsonField<int> field, int seconds)
        {
            if (seconds > row.LongestSeconds)
                errors.AddBelow(field.Name, ErrorCodes.OutOfRange, $"must be {row.LongestSeconds} or less for this stage");
        }
    }
}
