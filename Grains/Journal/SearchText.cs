using System.Text;

namespace Tocsin.Journal;

/// <summary>
/// How text is folded and split for the search. Spelling does not count: a text is compared in NFKC (full width is as half width), in lower
/// case, without white space and punctuation, so that an address or a number is found however it is written. Text is found by pairs of
/// neighbouring characters. That suits Chinese, which has no spaces and many words of two characters, and works the same way in both
/// databases.
/// </summary>
public static class SearchText
{
    /// <summary>The most pairs of a query that are looked up in the index. The text itself is compared after that.</summary>
    public const int PairsMax = 24;

    /// <summary>
    /// The text as it is stored and compared: NFKC, lower case by the invariant culture, without white space and punctuation. A line feed
    /// stays: nothing is found across it.
    /// </summary>
    public static string Fold(string text)
    {
        var normal = Sound(text.ToLowerInvariant()).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var folded = new StringBuilder(normal.Length);
        foreach (var c in normal)
        {
            if (!SearchSigns.Contains(c))
                folded.Append(c);
        }

        return folded.Length == normal.Length ? normal : folded.ToString();
    }

    /// <summary>The parts, folded, with a line feed between them; those that are null are empty.</summary>
    public static string Of(params ReadOnlySpan<string?> parts) => Fold(Joined(parts));

    /// <summary>
    /// The parts as the narrow rows have them, in lower case only, for silos of earlier versions; <see cref="Fold"/> makes <see cref="Of"/>
    /// of it.
    /// </summary>
    public static string Plain(params ReadOnlySpan<string?> parts) => Joined(parts).ToLowerInvariant();

    /// <summary>
    /// The words of a query, folded, none twice: what stands between white space. A text is found when every one occurs in it. None: the
    /// query has no letter, digit or symbol, and finds nothing.
    /// </summary>
    public static IReadOnlyList<string> Words(string query) =>
    [
        .. query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(Fold)
            .Where(w => w.Length > 0)
            .Distinct(StringComparer.Ordinal),
    ];

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
    /// The pairs that a text must have in which all of <paramref name="words"/> occur; at most <see cref="PairsMax"/>, spread over them.
    /// None: each is a single character, which begins a term of that text.
    /// </summary>
    public static IReadOnlyList<string> Pairs(IReadOnlyList<string> words)
    {
        var pairs = words.SelectMany(Terms).Where(t => t.EnumerateRunes().Count() == 2).Distinct(StringComparer.Ordinal).ToList();
        return pairs.Count <= PairsMax ? pairs : [.. Enumerable.Range(0, PairsMax).Select(i => pairs[i * pairs.Count / PairsMax])];
    }

    // What cannot be normalized: half a pair becomes a replacement character, and U+FFFE, which is no character, goes away.
    private static string Sound(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE')
            ? text
            : string.Concat(text.EnumerateRunes().Where(rune => rune.Value != '\uFFFE'));

    private static string Joined(ReadOnlySpan<string?> parts) => string.Join('\n', parts);
}
