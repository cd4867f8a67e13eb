using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Policies;

/// <summary>
/// The timing policies that come with the product: published rules, by name. Whoever sets one of the same name has his own.
/// </summary>
public static class Presets
{
    private const int Minute = 60;
    private const int Day = 86_400;

    /// <summary>
    /// NENA-STA-020.1 (answer: 90 % within 15 s, 95 % within 20 s), NFPA 1225 (2022) (60 s from answer to the first unit dispatched), NFPA
    /// 1710 (turnout 80 s, travel of the first unit 240 s).
    /// </summary>
    public static TimingPolicy Nfpa1225 { get; } = Make(
        "nfpa-1225",
        Row(ClockStage.Answer, 20, warn: 15, buckets: [15, 20, 40]),
        Row(ClockStage.Assign, 60, warn: 45, buckets: [60, 106]),
        Row(ClockStage.Turnout, 80, warn: 60, buckets: [60, 80]),
        Row(ClockStage.Arrive, 240, warn: 180, from: ClockFrom.EnRoute, buckets: [240, 480]));

    /// <summary>Metropolitan Police, London: answer within 10 s; immediate grade 15 min, significant grade 60 min, from receipt.</summary>
    public static TimingPolicy MetPolice { get; } = Make(
        "met-police",
        Row(ClockStage.Answer, 10, buckets: [10]),
        Row(ClockStage.Arrive, 15 * Minute, priority: 1, warn: 10 * Minute, from: ClockFrom.Received, buckets: [15 * Minute]),
        Row(ClockStage.Arrive, 60 * Minute, priority: 2, warn: 45 * Minute, from: ClockFrom.Received, buckets: [60 * Minute]));

    /// <summary>
    /// Chinese 110 practice: sign-for 签收 30 s; arrival 到场 city 城区 5 min, outskirts 城郊 10 min, countryside as soon as possible; feedback 反馈
    /// 30 min. No practice is published for assignment 指派: 1, 3, 10 and 30 min by priority, as the built-in limits.
    /// </summary>
    public static TimingPolicy City110 { get; } = Make(
        "110-city",
        Row(ClockStage.Assign, Minute, priority: 1, warn: 45),
        Row(ClockStage.Assign, 3 * Minute, priority: 2, warn: 135),
        Row(ClockStage.Assign, 10 * Minute, priority: 3, warn: 450),
        Row(ClockStage.Assign, 30 * Minute, priority: 4, warn: 1350),
        Row(ClockStage.Acknowledge, 30, warn: 20, buckets: [30, 60, 120, 180]),
        Row(ClockStage.Arrive, 5 * Minute, area: AreaClass.City, warn: 4 * Minute),
        Row(ClockStage.Arrive, 10 * Minute, area: AreaClass.Outskirts, warn: 8 * Minute),
        Row(ClockStage.Feedback, 30 * Minute, warn: 25 * Minute, buckets: [30 * Minute, 60 * Minute, 120 * Minute, 240 * Minute]));

    /// <summary>
    /// The three clocks that a Chinese city bureau (安康) publishes each week: sign-for 签收, turnout to arrival 出警, feedback 反馈.
    /// </summary>
    public static TimingPolicy ThreeClocks { get; } = Make(
        "three-clocks",
        Row(ClockStage.Acknowledge, 30, warn: 20, buckets: [30, 60, 120, 180]),
        Row(
            ClockStage.Arrive, 5 * Minute, warn: 4 * Minute, from: ClockFrom.EnRoute,
            buckets: [5 * Minute, 10 * Minute, 15 * Minute, 30 * Minute]),
        Row(ClockStage.Feedback, 30 * Minute, warn: 25 * Minute, buckets: [30 * Minute, 60 * Minute, 120 * Minute, 240 * Minute]));

    /// <summary>
    /// <c>110-city</c>, and limits on directives. Those of <c>handle</c> and <c>transfer</c> are published practice; the others are a start
    /// that a centre sets for itself.
    /// </summary>
    public static TimingPolicy CountyDirectives { get; } = Make(
        "county-directives",
        [
            .. City110.Limits,
            Of("handle", ClockStage.Sign, 30),
            Of("handle", ClockStage.Send, Minute),
            Of("dissuade", ClockStage.Sign, Minute),
            Of("dissuade", ClockStage.Report, 20 * Minute),
            Of("warn", ClockStage.Sign, 2 * Minute),
            Of("warn", ClockStage.Report, 60 * Minute),
            Of("verify", ClockStage.Sign, 3 * Minute),
            Of("verify", ClockStage.Report, Day),
            Of("lookOut", ClockStage.Sign, 2 * Minute),
            Of("transfer", ClockStage.Sign, Day),
            Of("complete", ClockStage.Finish, Day),
            Of("rectify", ClockStage.Finish, 5 * Day),
            Of("followUp", ClockStage.Finish, 30 * Day),
        ]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TimingPolicy> All { get; } = [City110, CountyDirectives, MetPolice, Nfpa1225, ThreeClocks];

    /// <summary>One by its name, or null.</summary>
    public static TimingPolicy? Find(PolicyId name) => All.FirstOrDefault(p => p.Name == name.Value);

    /// <summary>A preset as the contract shows it.</summary>
    public static PolicyView ToView(TimingPolicy preset) =>
        new(PolicyId.Of(preset.Name), preset.Limits, preset.Escalation, Preset: true, Version: 0);

    private static TimingPolicy Make(string name, params IReadOnlyList<TimingLimit> limits) => new(name, 0, limits, EscalationPlan.Default);

    private static TimingLimit Of(string directive, ClockStage stage, int limit) => Row(stage, limit) with { Directive = directive };

    private static TimingLimit Row(
        ClockStage stage,
        int limit,
        int? priority = null,
        AreaClass? area = null,
        int? warn = null,
        ClockFrom? from = null,
        IReadOnlyList<int>? buckets = null) =>
        new(stage, priority, area, from, limit, warn, buckets ?? []);
}
