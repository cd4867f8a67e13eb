using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Policies;

/// <summary>Which results of feedback and of reports are taken.</summary>
internal static class ResultsRule
{
    /// <summary>Why they are not; null: they are.</summary>
    /// <param name="results">A number to each word.</param>
    /// <param name="context">Where the words are that the centre has set.</param>
    public static Refusal? Check(IReadOnlyDictionary<string, double> results, DecisionContext context) =>
        // A number too great for its type reads as infinity, which no JSON can carry.
        results.Values.Any(n => !double.IsFinite(n))
            ? Refusals.Invalid("results", "Each result is a number.")
            : context.Fact<ClosingRules>()?.CheckResults(results);
}
