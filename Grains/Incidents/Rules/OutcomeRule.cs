using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Json;
using Tocsin.Policies;

namespace Tocsin.Incidents;

/// <summary>With which words an incident may be closed, and what follows from the word. Nothing holds an exercise.</summary>
internal static class OutcomeRule
{
    /// <summary>Why it may not end so: the word is not listed, or something that it needs is missing; null: it may.</summary>
    /// <param name="state">The incident.</param>
    /// <param name="disposition">The word.</param>
    /// <param name="rules">What the centre has set; null: nothing.</param>
    public static Refusal? Check(IncidentState state, string disposition, ClosingRules? rules)
    {
        if (rules is not { ListsOutcomes: true } || state.Exercise)
            return null;
        if (rules.Find(disposition, state.Category) is not { } outcome)
        {
            return Refusals.UnknownReference(
                "disposition", "The centre does not list this word among the outcomes of such incidents.");
        }

        string[] missing = [.. outcome.Needs.Where(need => !IsMet(state, need)).Select(EnumWords.Of)];
        return missing.Length == 0 ? null : Refusals.Incomplete("Something that this outcome needs is missing.", missing);
    }

    /// <summary>
    /// Whether the word says that it was an incident; null where the centre lists none. One that was let through although it is not listed
    /// says nothing against it.
    /// </summary>
    public static bool? IsValid(IncidentState state, string disposition, ClosingRules? rules) =>
        rules is not { ListsOutcomes: true } || state.Exercise ? null : rules.Find(disposition)?.Valid ?? true;

    /// <summary>
    /// Whether the incident has what is needed, on its whole record: what was reported before a reopening still stands there.
    /// </summary>
    public static bool IsMet(IncidentState state, ClosingNeed need) => need switch
    {
        ClosingNeed.Feedback => !state.Feedback.IsEmpty,
        ClosingNeed.Place => state.Location?.Point is not null,
        ClosingNeed.Results => state.Feedback.Any(f => f.View.Results.Count > 0),
        ClosingNeed.Party => !state.Parties.IsEmpty,
        ClosingNeed.Owner => state.Owner is not null,
        _ => false,
    };
}
