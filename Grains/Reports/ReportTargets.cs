using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Tocsin.Clocks;
using Tocsin.Places;

namespace Tocsin.Reports;

/// <summary>
/// The limits by which reports measure an incident: those of the policy that it keeps, for its present priority and area; null where it has
/// none.
/// </summary>
/// <param name="Processing">The limit on <c>assign</c>.</param>
/// <param name="Response">The limit on <c>arrive</c> that runs from the receipt.</param>
/// <param name="Acknowledge">The limit on <c>acknowledge</c>.</param>
/// <param name="Turnout">The limit on <c>turnout</c>.</param>
/// <param name="Travel">The limit on <c>arrive</c> that runs from the first turnout.</param>
/// <param name="Feedback">The limit on <c>feedback</c>.</param>
internal sealed record ReportTargets(
    ReportTarget? Processing,
    ReportTarget? Response,
    ReportTarget? Acknowledge,
    ReportTarget? Turnout,
    ReportTarget? Travel,
    ReportTarget? Feedback)
{
    // Kept with the policy itself, and gone with it: at most four priorities by three classes of area and none.
    private static readonly ConditionalWeakTable<TimingPolicy, ConcurrentDictionary<(int Priority, AreaClass? Area), string>> Texts = [];

    /// <summary>Nothing is measured.</summary>
    public static ReportTargets None { get; } = new(null, null, null, null, null, null);

    /// <summary>The text that the incident's row keeps.</summary>
    public static string TextOf(TimingPolicy policy, int priority, AreaClass? area) => Texts
        .GetValue(policy, static _ => [])
        .GetOrAdd(
            (priority, area),
            static (key, p) => JsonSerializer.Serialize(Of(p, key.Priority, key.Area), ReportJsonContext.Default.ReportTargets),
            policy);

    /// <summary>Reads that text; null is an incident that keeps no policy.</summary>
    public static ReportTargets Read(string? text) =>
        text is null ? None : JsonSerializer.Deserialize(text, ReportJsonContext.Default.ReportTargets) ?? None;

    /// <summary>The limits of a policy.</summary>
    public static ReportTargets Of(TimingPolicy policy, int priority, AreaClass? area)
    {
        return new ReportTargets(
            Limit(ClockStage.Assign),
            Arrival(ClockFrom.Received),
            Limit(ClockStage.Acknowledge),
            Limit(ClockStage.Turnout),
            Arrival(ClockFrom.EnRoute),
            Limit(ClockStage.Feedback));

        ReportTarget? Limit(ClockStage stage) =>
            policy.Find(stage, priority, area) is { } row ? new ReportTarget(row.LimitSeconds, row.Buckets) : null;

        ReportTarget? Arrival(ClockFrom from) =>
            policy.Find(ClockStage.Arrive, priority, area)?.From == from ? Limit(ClockStage.Arrive) : null;
    }
}
