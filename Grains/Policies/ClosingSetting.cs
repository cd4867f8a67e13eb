using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Policies;

/// <summary>Sets how incidents may end: pure. The same once more changes nothing.</summary>
internal static class ClosingSetting
{
    private const string Code = "duplicate";

    public static Decision Decide(SettingState state, SetClosing command, DecisionContext context)
    {
        var (outcomes, results) = (command.Settings.Outcomes, command.Settings.Results);
        var faults = Faults(outcomes, results).ToList();
        if (faults.Count > 0)
            return Decision.Refuse(new Refusal(RefusalCode.Invalid, "Something stands there twice.") { Errors = faults });
        return state.Version > 0 && Same(state.Closing, command.Settings)
            ? Decision.Nothing
            : Decision.Do(new DecidedEvent(state.Stream, new ClosingSet(outcomes, results), context.Now));
    }

    private static IEnumerable<FieldError> Faults(IReadOnlyList<ClosingOutcome> outcomes, IReadOnlyList<string> results)
    {
        foreach (var i in Repeated([.. outcomes.Select(o => o.Word)]))
            yield return new FieldError($"outcomes[{i}].word", Code, "stands in the list already");
        for (var o = 0; o < outcomes.Count; o++)
        {
            foreach (var i in Repeated(outcomes[o].Classes))
                yield return new FieldError($"outcomes[{o}].classes[{i}]", Code, "stands in the list already");
            foreach (var i in Repeated(outcomes[o].Needs))
                yield return new FieldError($"outcomes[{o}].needs[{i}]", Code, "stands in the list already");
        }

        foreach (var i in Repeated(results))
            yield return new FieldError($"results[{i}]", Code, "stands in the list already");
    }

    private static IEnumerable<int> Repeated<T>(IReadOnlyList<T> list)
    {
        var seen = new HashSet<T>();
        for (var i = 0; i < list.Count; i++)
        {
            if (!seen.Add(list[i]))
                yield return i;
        }
    }

    private static bool Same(ClosingSettings a, ClosingSettings b) =>
        a.Results.SequenceEqual(b.Results)
        && a.Outcomes.Count == b.Outcomes.Count
        && a.Outcomes.Zip(b.Outcomes).All(p => Same(p.First, p.Second));

    private static bool Same(ClosingOutcome a, ClosingOutcome b) =>
        a with { Classes = b.Classes, Needs = b.Needs } == b && a.Classes.SequenceEqual(b.Classes) && a.Needs.SequenceEqual(b.Needs);
}
