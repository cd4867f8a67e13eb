using Tocsin.Commands;

namespace Tocsin.RunCards;

/// <summary>What is impossible about a run card, by the name of the field.</summary>
internal static class RunCardFaults
{
    public const string Code = "invalid";

    /// <summary>All faults, in the order of the fields; none: it is possible.</summary>
    public static IEnumerable<FieldError> Find(RunCardPlan plan)
    {
        if (plan.Priorities.Any(p => p is < 1 or > 4) || plan.Priorities.Distinct().Count() < plan.Priorities.Count)
            yield return Fault("priorities", "1 to 4, each once.");
        if (plan.Categories.Count > RunCardPlan.MaxCategories)
            yield return Fault("categories", $"At most {RunCardPlan.MaxCategories}.");
        if (plan.Stations.Count > RunCardPlan.MaxStations)
            yield return Fault("stations", $"At most {RunCardPlan.MaxStations}.");
        if (plan.Questions.Count > RunCardPlan.MaxQuestions)
            yield return Fault("questions", $"At most {RunCardPlan.MaxQuestions}.");
        if (plan.ForeignSeconds is < 0 or > RunCardPlan.MaxForeignSeconds)
            yield return Fault("foreignSeconds", $"0 to {RunCardPlan.MaxForeignSeconds}.");
        if (plan.Alarms.Count is 0 or > RunCardPlan.MaxAlarms)
            yield return Fault("alarms", $"1 to {RunCardPlan.MaxAlarms}.");
        if (plan.Alarms.Sum(a => a.Needs.Sum(n => (long)n.Count)) > RunCardPlan.MaxUnits)
            yield return Fault("alarms", $"At most {RunCardPlan.MaxUnits} units in all alarms together.");
        var sorts = new Dictionary<string, RunCardNeed>(StringComparer.Ordinal);
        for (var i = 0; i < plan.Alarms.Count; i++)
        {
            for (var j = 0; j < plan.Alarms[i].Needs.Count; j++)
            {
                foreach (var (field, message) in Find(plan.Alarms[i].Needs[j], sorts))
                    yield return Fault($"alarms[{i}].needs[{j}].{field}", message);
            }

            if (plan.Alarms[i].Needs.Count > RunCardAlarm.MaxNeeds)
                yield return Fault($"alarms[{i}].needs", $"At most {RunCardAlarm.MaxNeeds}.");
        }
    }

    private static IEnumerable<(string Field, string Message)> Find(RunCardNeed need, Dictionary<string, RunCardNeed> sorts)
    {
        if (need.Count is < 1 or > RunCardNeed.MaxCount)
            yield return ("count", $"1 to {RunCardNeed.MaxCount}.");
        if (need.Kinds.Count > RunCardNeed.MaxWords)
            yield return ("kinds", $"At most {RunCardNeed.MaxWords}.");
        if (need.Capabilities.Count > RunCardNeed.MaxWords)
            yield return ("capabilities", $"At most {RunCardNeed.MaxWords}.");
        if (!sorts.TryAdd(need.Name, need) && sorts[need.Name] is var other
            && !(other.Scope == need.Scope && other.Kinds.SequenceEqual(need.Kinds) && other.Capabilities.SequenceEqual(need.Capabilities)))
            yield return ("name", "A need of this name asks for another sort of unit already.");
    }

    private static FieldError Fault(string field, string message) => new(field, Code, message);
}
