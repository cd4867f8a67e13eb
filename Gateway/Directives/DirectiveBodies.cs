using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Settings;

namespace Tocsin.Directives;

/// <summary>The bodies of the commands to one directive.</summary>
internal static class DirectiveBodies
{
    private static readonly JsonField<string> By = JsonField.Optional(
        "by", CommonTypes.Word, "Who signs; default the subject of the token.", "0417");

    private static readonly JsonField<string> Outcome = JsonField.Required("outcome", CommonTypes.Word, "The outcome.", "verified");

    private static readonly JsonField<string> Narrative = JsonField.Optional(
        "narrative", CommonTypes.Narrative, "What was found and done.", "There is a camera above the door.");

    private static readonly JsonField<IReadOnlyDictionary<string, double>> Results = JsonField.Optional(
        "results",
        new NumberMapType(GatewayLimits.ResultsMax, GatewayLimits.WordMax),
        "The results in numbers; the words are the centre's own.",
        new Dictionary<string, double> { ["found"] = 1 });

    private static readonly JsonField<bool> Final = JsonField.Optional(
        "final", CommonTypes.Flag, "Whether it is the last word; default true.", true);

    private static readonly JsonField<DateTimeOffset> NextAt = JsonField.Optional(
        "nextAt", CommonTypes.Instant, "When the next report is due, after one that is not final.", DirectiveParts.Later);

    private static readonly JsonField<Location> Place = JsonField.Optional(
        "place", LocationTypes.Location, "Where; required for the outcome `hit` on a `lookOut`.");

    private static readonly JsonField<string> Note = JsonField.Optional("note", CommonTypes.OptionalReason, "A note.", "Good work.");

    private static readonly JsonField<string> Reason = JsonField.Required("reason", CommonTypes.Reason, "The reason.", "It is settled.");

    private static readonly JsonField<IReadOnlyList<string>> Lacking = JsonField.Optional(
        "fields", DirectiveParts.Words(DirectiveLimits.FieldsMax), "What is missing; default nothing.", ["location"]);

    private static readonly JsonField<int> LimitSeconds = JsonField.Optional(
        "limitSeconds", DirectiveParts.Seconds, "Seconds until the next report is due; null: as after the signing.", 1200);

    private static readonly JsonField<DirectiveId> Group = JsonField.Required(
        "group", IdType<DirectiveId>.Instance, "The group, by its first directive.", DirectiveExamples.Id);

    private static readonly JsonField<IReadOnlyList<UnitId>> Units = JsonField.Required(
        "unitIds",
        new ListType<UnitId>(CommonTypes.Unit, 1, GatewayLimits.UnitIdsMax, distinct: true),
        "The units of the station, each once.",
        [ExampleScene.UnitId]);

    private static readonly JsonField<AssignMode> Mode = JsonField.Optional(
        "mode",
        EnumType.Of<AssignMode>(),
        "`all` (the default): every unit or none. `any`: those that are free.",
        AssignMode.All);

    /// <summary><c>POST /directives/{id}/sending</c></summary>
    public static readonly JsonType<SendOnDirective> Send = new ObjectType<SendOnDirective>(
        new FieldSet(Units, Mode, CommonTypes.OccurredAt),
        v => new SendOnDirective(v.Get(Units), v.Get(Mode, AssignMode.All), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /directives/{id}/signing</c></summary>
    public static readonly JsonType<SignDirective> Sign = new ObjectType<SignDirective>(
        new FieldSet(By, DirectiveParts.Receipt, CommonTypes.OccurredAt),
        v => new SignDirective(v.Find(By), v.Get(DirectiveParts.Receipt, null!), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /directives/{id}/reports</c></summary>
    public static readonly JsonType<ReportOnDirective> Report = new ObjectType<ReportOnDirective>(
        new FieldSet(Outcome, Narrative, Results, Final, NextAt, Place, DirectiveParts.Receipt, CommonTypes.OccurredAt),
        v => new ReportOnDirective(
            v.Get(Outcome),
            v.Find(Narrative),
            v.Get(Results, new Dictionary<string, double>()),
            v.Get(Final, true),
            v.Find(NextAt),
            LocationTypes.OrUnknown(v.Get(Place, null!)),
            v.Get(DirectiveParts.Receipt, null!),
            v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /directives/{id}/conclusion</c></summary>
    public static readonly JsonType<ConcludeDirective> Conclude = new ObjectType<ConcludeDirective>(
        new FieldSet(Outcome, Note, CommonTypes.OccurredAt),
        v => new ConcludeDirective(v.Get(Outcome), v.Find(Note), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /directives/{id}/refusal</c></summary>
    public static readonly JsonType<RefuseDirective> Refuse = new ObjectType<RefuseDirective>(
        new FieldSet(Reason, CommonTypes.OccurredAt),
        v => new RefuseDirective(v.Get(Reason), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /directives/{id}/return</c></summary>
    public static readonly JsonType<ReturnDirective> Return = new ObjectType<ReturnDirective>(
        new FieldSet(Reason, Lacking, LimitSeconds, CommonTypes.OccurredAt),
        v => new ReturnDirective(v.Get(Reason), v.Get(Lacking, []), v.Find(LimitSeconds), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /directives/{id}/urging</c></summary>
    public static readonly JsonType<UrgeDirective> Urge = new ObjectType<UrgeDirective>(
        new FieldSet(Reason, CommonTypes.OccurredAt),
        v => new UrgeDirective(v.Get(Reason), v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /directives/withdrawal</c></summary>
    public static readonly JsonType<GroupWithdrawalBody> WithdrawGroup = new ObjectType<GroupWithdrawalBody>(
        nameof(WithdrawDirectiveGroup),
        new FieldSet(Group, Reason, CommonTypes.OccurredAt),
        v => new GroupWithdrawalBody(v.Get(Group), new WithdrawDirectiveGroup(v.Get(Reason), v.Find(CommonTypes.OccurredAt))));

    /// <summary><c>POST /directives/{id}/withdrawal</c></summary>
    public static readonly JsonType<WithdrawDirective> Withdraw = new ObjectType<WithdrawDirective>(
        new FieldSet(Reason, CommonTypes.OccurredAt),
        v => new WithdrawDirective(v.Get(Reason), v.Find(CommonTypes.OccurredAt)));
}
