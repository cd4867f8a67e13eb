using Tocsin.Clocks;
using Tocsin.Commands;

namespace Tocsin.Policies;

/// <summary>What is impossible about a timing policy, by the name of the field.</summary>
internal static class PolicyFaults
{
    private const string Code = "invalid";

    /// <summary>All faults, in the order of the rows; none: it is possible.</summary>
    public static IEnumerable<FieldError> Find(IReadOnlyList<TimingLimit> limits, EscalationPlan escalation)
    {
        if (limits.Count > TimingPolicy.MaxLimits)
            yield return new FieldError("limits", Code, $"At most {TimingPolicy.MaxLimits} rows.");
        for (var i = 0; i < limits.Count; i++)
        {
            foreach (var (field, message) in Find(limits[i], limits.Take(i)))
                yield return new FieldError($"limits[{i}].{field}", Code, message);
        }

        foreach (var (field, message) in Find(escalation))
            yield return new FieldError($"escalation.{field}", Code, message);
    }

    /// <summary>Whether two lists of rows are the same.</summary>
    public static bool Same(IReadOnlyList<TimingLimit> a, IReadOnlyList<TimingLimit> b) =>
        a.Count == b.Count
        && a.Zip(b).All(p => p.First with { Buckets = p.Second.Buckets } == p.Second && p.First.Buckets.SequenceEqual(p.Second.Buckets));

    private static IEnumerable<(string Field, string Message)> Find(TimingLimit row, IEnumerable<TimingLimit> before)
    {
        if (row.LimitSeconds < 1 || row.LimitSeconds > row.LongestSeconds)
            yield return ("limitSeconds", "Above 0 and at most 7 days, of directives 90 days.");
        if (row.WarnSeconds is { } warn && (warn < 1 || warn >= row.LimitSeconds))
            yield return ("warnSeconds", "Above 0 and before the limit.");
        if (row.From is not null && row.Stage != ClockStage.Arrive)
            yield return ("from", "Only the clock of arrival has a choice of start.");
        if (row.Directive is not null && !row.IsOfDirectives)
            yield return ("directive", "Only the clocks of directives are limited by their kind.");
        if (row is { Priority: not null } && (row.Stage == ClockStage.Answer || row.IsOfDirectives))
            yield return ("priority", "A call or a directive has no priority.");
        else if (row.Priority is < 1 or > 4)
            yield return ("priority", "1 to 4.");
        if (row is { AreaClass: not null } && (row.Stage == ClockStage.Answer || row.IsOfDirectives))
            yield return ("areaClass", "A call or a directive has no area.");
        if (row.Buckets.Count > TimingLimit.MaxBuckets
            || row.Buckets.Any(b => b < 1 || b > row.LongestSeconds)
            || row.Buckets.Zip(row.Buckets.Skip(1)).Any(p => p.First >= p.Second))
        {
            yield return ("buckets", $"At most {TimingLimit.MaxBuckets}, rising, each above 0 and at most as long as a limit.");
        }

        var same = before.Where(b => b.Stage == row.Stage && b.Directive == row.Directive);
        if (same.Any(b => b.Priority == row.Priority && b.AreaClass == row.AreaClass))
            yield return ("stage", "There is a row for this stage, priority, area and kind already.");
    }

    private static IEnumerable<(string Field, string Message)> Find(EscalationPlan plan)
    {
        if (plan.StationSeconds is < 0 or > EscalationPlan.MaxSeconds)
            yield return ("stationSeconds", "0 to 86,400.");
        if (plan.SupervisorSeconds < plan.StationSeconds || plan.SupervisorSeconds > EscalationPlan.MaxSeconds)
            yield return ("supervisorSeconds", "Not before the station, at most 86,400.");
        if (plan.DutyCommanderSeconds < plan.SupervisorSeconds || plan.DutyCommanderSeconds > EscalationPlan.MaxSeconds)
            yield return ("dutyCommanderSeconds", "Not before the supervisor, at most 86,400.");
    }
}
