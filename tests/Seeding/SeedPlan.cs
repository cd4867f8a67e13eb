namespace Tocsin.Tests.Seeding;

/// <summary>The past that a journal is filled with.</summary>
/// <param name="Events">About how many events; a life that has begun is told to its end.</param>
/// <param name="EndsAt">When it ends; whole milliseconds. Midnight of today by default, so that today's incident numbers are the program's
/// own.</param>
public sealed record SeedPlan(long Events, DateTimeOffset EndsAt)
{
    /// <summary>The most events: what a big city writes in a decade.</summary>
    public const long MostEvents = 100_000_000;

    /// <summary>How many incidents are open when it ends.</summary>
    public int Open { get; init; } = 300;

    /// <summary>How many units there are; all on duty.</summary>
    public int Units { get; init; } = 300;

    /// <summary>The same seed gives the same lives.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many incidents come a day: a city of a million (domain: some 180,000 a year); so 10 M events are three years.</summary>
    public int IncidentsPerDay { get; init; } = 500;

    /// <summary>Midnight of today, UTC.</summary>
    public static DateTimeOffset Today(TimeProvider time) => new(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
}
