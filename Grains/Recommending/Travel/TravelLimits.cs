namespace Tocsin.Recommending.Travel;

/// <summary>What learning keeps to.</summary>
internal static class TravelLimits
{
    /// <summary>How far back journeys are learned of: roads and seasons change.</summary>
    public static readonly TimeSpan LearnedOf = TimeSpan.FromDays(60);

    /// <summary>The most incidents that are read, the newest: some two months of a city with 500 a day; a few MB while it learns.</summary>
    public const int IncidentsMax = 30_000;

    /// <summary>How many incidents one read takes.</summary>
    public const int PageLimit = 200;

    /// <summary>The most units whose homes are known.</summary>
    public const int UnitsMax = 100_000;

    /// <summary>Fewer journeys teach nothing.</summary>
    public const int JourneysMin = 200;

    /// <summary>The share of the journeys, the newest, on which what was learned of the others must prove itself.</summary>
    public const double HeldBack = 0.2;

    /// <summary>A shorter drive was a wrong press: the unit stood there already.</summary>
    public const double SecondsMin = 20;

    /// <summary>A longer one was no drive to an emergency.</summary>
    public const double SecondsMax = 3_600;

    /// <summary>A unit that was cleared so recently is taken to come from there, not from home.</summary>
    public static readonly TimeSpan StillThere = TimeSpan.FromMinutes(15);

    /// <summary>A factor of so many journeys is believed by half.</summary>
    public const double Shrinkage = 20;

    /// <summary>No factor is less.</summary>
    public const double FactorMin = 0.5;

    /// <summary>No factor is more.</summary>
    public const double FactorMax = 2;

    /// <summary>Factors are only taken where they lower the median error by so much: less is chance.</summary>
    public const double BetterBy = 0.01;

    /// <summary>The most factors of one sort, those of most journeys.</summary>
    public const int FactorsMax = 500;

    /// <summary>How often it learns anew.</summary>
    public static readonly TimeSpan LearnEvery = TimeSpan.FromHours(6);

    /// <summary>How soon after it failed.</summary>
    public static readonly TimeSpan LearnAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>How often a silo asks what was learned.</summary>
    public static readonly TimeSpan AskEvery = TimeSpan.FromMinutes(1);
}
