namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>
/// How long things take, in whole seconds as devices tell them. The three clocks have the shares that the city bureau publishes; what lies
/// beyond those is an assumption.
/// </summary>
public static class Duration
{
    private const int Minute = 60, Hour = 3_600;

    private static readonly (Band Card, double Weight)[] SignFors =
    [
        (new(3, 30), 0.989), (new(31, 60), 0.006), (new(61, 120), 0.003), (new(121, 180), 0.001), (new(181, 600), 0.001),
    ];

    private static readonly (Band Card, double Weight)[] Travels =
    [
        (new(40, 5 * Minute), 0.707), (new((5 * Minute) + 1, 10 * Minute), 0.18), (new((10 * Minute) + 1, 15 * Minute), 0.07),
        (new((15 * Minute) + 1, 30 * Minute), 0.035), (new((30 * Minute) + 1, 50 * Minute), 0.008),
    ];

    private static readonly (Band Card, double Weight)[] Feedbacks =
    [
        (new(4 * Minute, 30 * Minute), 0.35), (new((30 * Minute) + 1, Hour), 0.3), (new(Hour + 1, 2 * Hour), 0.2),
        (new((2 * Hour) + 1, 4 * Hour), 0.12), (new((4 * Hour) + 1, 20 * Hour), 0.03),
    ];

    private static readonly (Band Card, double Weight)[] Answers = [(new(2, 15), 0.9), (new(16, 20), 0.05), (new(21, 60), 0.05)];

    /// <summary>Assignment to sign-for 签收: 98.9 % within 30 s.</summary>
    public static TimeSpan SignFor(Random random) => Of(SignFors, random);

    /// <summary>Turnout to arrival 出警: 70.7 % within 5 min.</summary>
    public static TimeSpan Travel(Random random) => Of(Travels, random);

    /// <summary>Arrival to feedback 反馈: 35 % within 30 min.</summary>
    public static TimeSpan Feedback(Random random) => Of(Feedbacks, random);

    /// <summary>Ring to answer: 90 % within 15 s, 95 % within 20 s (NENA-STA-020.1).</summary>
    public static TimeSpan Answer(Random random) => Of(Answers, random);

    /// <summary>Anything from <paramref name="least"/> to <paramref name="most"/> seconds.</summary>
    public static TimeSpan Between(Random random, int least, int most)
    {
        ArgumentNullException.ThrowIfNull(random);
        return TimeSpan.FromSeconds(random.Next(least, most + 1));
    }

    private static TimeSpan Of((Band Card, double Weight)[] bands, Random random)
    {
        var band = Deck.Draw(random, bands);
        return Between(random, band.Least, band.Most);
    }

    private readonly record struct Band(int Least, int Most);
}
