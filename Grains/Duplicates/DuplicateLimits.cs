namespace Tocsin.Duplicates;

/// <summary>What the search for duplicates keeps to.</summary>
internal static class DuplicateLimits
{
    /// <summary>The most that an answer shows: more would not be read while a caller speaks.</summary>
    public const int ShownMax = 10;

    /// <summary>Less likely ones are not shown.</summary>
    public const double ScoreMin = 0.35;

    /// <summary>The most incidents whose words are compared when no place is known: a day of a city.</summary>
    public const int WordsComparedMax = 2_000;

    /// <summary>The most characters of either text that are compared.</summary>
    public const int WordsMax = 1_000;
}
