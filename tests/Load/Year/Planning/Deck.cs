namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>An exact number of cards of each kind, shuffled: a year has its 27 fugitives, not some 27.</summary>
public static class Deck
{
    /// <summary>Shuffles so many of each.</summary>
    public static T[] Of<T>(Random random, params ReadOnlySpan<(T Card, int Count)> kinds)
    {
        ArgumentNullException.ThrowIfNull(random);
        var cards = new List<T>();
        foreach (var (card, count) in kinds)
            cards.AddRange(Enumerable.Repeat(card, count));
        var deck = cards.ToArray();
        random.Shuffle(deck);
        return deck;
    }

    /// <summary>One of several by weight.</summary>
    public static T Draw<T>(Random random, IReadOnlyList<(T Card, double Weight)> kinds)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(kinds);
        var at = random.NextDouble() * kinds.Sum(k => k.Weight);
        foreach (var (card, weight) in kinds)
        {
            if ((at -= weight) < 0)
                return card;
        }

        return kinds[^1].Card;
    }
}
