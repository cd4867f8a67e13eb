namespace Tocsin.Recommending;

/// <summary>What a recommendation keeps to.</summary>
internal static class RecommendLimits
{
    /// <summary>The most units on duty that are looked at: twice the largest city's radios and vehicles (domain: some 8,000).</summary>
    public const int UnitsMax = 20_000;

    /// <summary>How many of the next best each need names: so often a unit that somebody else took is replaced at once.</summary>
    public const int NextMax = 5;

    /// <summary>The most units passed over that an answer explains.</summary>
    public const int PassedOverMax = 10;

    /// <summary>
    /// A position older than this is not trusted: vehicles report each 5 to 13 s, so thirty reports and more are missing.
    /// </summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(5);
}
