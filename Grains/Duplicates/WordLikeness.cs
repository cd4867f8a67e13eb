namespace Tocsin.Duplicates;

/// <summary>
/// How alike two texts are, by the pairs of letters that they share: needs no words, and Chinese has no breaks between them.
/// </summary>
internal static class WordLikeness
{
    /// <summary>0 to 1: the share of the shorter text's pairs that the longer has too; null when one of them has no pair.</summary>
    public static double? Of(string? a, string? b)
    {
        var (left, right) = (Pairs(a), Pairs(b));
        if (left.Count == 0 || right.Count == 0)
            return null;
        var (few, many) = left.Count <= right.Count ? (left, right) : (right, left);
        return (double)few.Count(many.Contains) / few.Count;
    }

    private static HashSet<int> Pairs(string? text)
    {
        var pairs = new HashSet<int>();
        var last = '\0';
        foreach (var c in (text ?? "").AsSpan(0, Math.Min(text?.Length ?? 0, DuplicateLimits.WordsMax)))
        {
            var letter = char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';
            if (letter != '\0' && last != '\0')
                pairs.Add((last << 16) | letter);
            last = letter;
        }

        return pairs;
    }
}
