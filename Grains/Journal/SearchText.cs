using System.Globalization;

namespace Tocsin.Journal;

/// <summary>
/// How text is folded and split for the search. Text is found by pairs of neighbouring characters. That suits Chinese, which has no spaces
/// and many words of two characters, and works the same way in both databases.
/// </summary>
public static class SearchText
{
    /// <summary>The most pairs of a query that are looked up in the index. The text itself is compared after that.</summary>
    public const int PairsMax = 24;

    /// <summary>The text as it is stored and compared: lower case, by the invariant culture.</summary>
    public static string Fold(string text) => text.ToLower(CultureInfo.InvariantCulture);

    /// <summary>The parts, folded, with a line feed between them; those that are null are empty.</summary>
    public static string Of(params ReadOnlySpan<string?> parts) => Fold(string.Join('\n', parts));

    /// <summary>
    /// The terms of a stored text, none twice: its pairs of neighbouring characters, and the last character of each part by itself, so that
    /// each character begins a term. A character beyond the basic plane counts as one. No term has a line feed.
    /// </summary>
    public static IReadOnlyList<string> Terms(string folded)
    {
        var terms = new List<string>();
        for (var start = 0; start < folded.Length; start += LengthAt(folded, start))
        {
            if (TermLengthAt(folded, start) is > 0 and var length)
                terms.Add(folded.Substring(start, length));
        }

        return [.. terms.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// How many UTF-16 units the term has that begins at a character: the pair, or the character alone where it ends its part; 0 where a
    /// line feed stands.
    /// </summary>
    public static int TermLengthAt(string folded, int place)
    {
        if (folded[place] == '\n')
            return 0;
        var first = LengthAt(folded, place);
        var next = place + first;
        return next == folded.Length || folded[next] == '\n' ? first : first + LengthAt(folded, next);
    }

    /// <summary>How many UTF-16 units the character at a place has: 1, or 2 beyond the basic plane.</summary>
    public static int LengthAt(string text, int place) =>
        char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]) ? 2 : 1;

    /// <summary>
    /// The pairs that a text must have in which <paramref name="folded"/> occurs; at most <see cref="PairsMax"/>, spread over it. None: it
    /// is a single character, which begins a term of that text.
    /// </summary>
    public static IReadOnlyList<string> Pairs(string folded)
    {
        var pairs = Terms(folded).Where(t => t.EnumerateRunes().Count() == 2).ToList();
        return pairs.Count <= PairsMax ? pairs : [.. Enumerable.Range(0, PairsMax).Select(i => pairs[i * pairs.Count / PairsMax])];
    }
}
