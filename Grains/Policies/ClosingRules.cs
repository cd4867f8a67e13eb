using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Settings;

namespace Tocsin.Policies;

/// <summary>How incidents may end, as a rule asks it. A fact of a command: what was set when it was decided.</summary>
/// <param name="Settings">What is set.</param>
/// <param name="Classes">The classes of categories.</param>
internal sealed record ClosingRules(ClosingSettings Settings, CategoryClasses Classes)
{
    /// <summary>Whether dispositions are listed at all; if not, every word may be given.</summary>
    public bool ListsOutcomes => Settings.Outcomes.Count > 0;

    /// <summary>The outcome with this word; null: it is not listed.</summary>
    public ClosingOutcome? Find(string word) => Settings.Outcomes.FirstOrDefault(o => o.Word == word);

    /// <summary>The outcome with this word, where incidents of this category may end so; null: it counts as not listed.</summary>
    public ClosingOutcome? Find(string word, string category) =>
        Find(word) is { } outcome && (outcome.Classes.Count == 0 || outcome.Classes.Contains(Classes.Of(category))) ? outcome : null;

    /// <summary>Why these results are not taken: the first word that is not listed; null: they are.</summary>
    public Refusal? CheckResults(IReadOnlyDictionary<string, double> results)
    {
        if (Settings.Results.Count == 0)
            return null;
        foreach (var word in results.Keys)
        {
            if (!Settings.Results.Contains(word))
                return Refusals.UnknownReference($"results.{word}", "The centre does not list this word among its results.");
        }

        return null;
    }
}
