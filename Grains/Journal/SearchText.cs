using System.Globalization;
using System.Text;

namespace Tocsin.Journal;

/// <summary>
/// How text is folded and cut for the search. Text is found by its pairs of neighbouring characters: that serves Chinese, where words have
/// no spaces and often two characters, and it is the same in both databases.
/// </summary>
public static class SearchText
{
    /// <summary>The most pairs of a query that are looked up in the index. The text itself is compared after that.</summary>
    private const int PairsMax = 24;

    /// <summary>The text as it is stored and compared: lower case, by the invariant culture.</summary>
    public static string Fold(string text) => text.ToLower(CultureInfo.InvariantCulture);

    /// <summary>The parts, folded, with a line feed between them; those that are null are empty.</summary>
    public static string Of(params ReadOnlySpan<string?> parts) => Fold(string.Join('\n', parts));

    /// <summary>
    /// The pairs by which a folded text is found, none twice; at most <paramref name="most"/>, spread over the text. A character beyond the
    /// basic plane counts as one. A pair with a line feed is none.
    /// </summary>
    public static IReadOnlyList<string> Pairs(string folded, int most = PairsMax)
    {
        var pairs = new List<string>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        Rune? before = null;
        foreach (var rune in folded.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                before = null;
                continue;
            }

            if (before is { } first && first.ToString() + rune is var pair && met.Add(pair))
                pairs.Add(pair);
            before = rune;
        }

        if (pairs.Count <= most)
            return pairs;
        return [.. Enumerable.Range(0, most).Select(i => pairs[i * pairs.Count / most])];
    }
}
