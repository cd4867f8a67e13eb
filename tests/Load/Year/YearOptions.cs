using Tocsin.Tests.Load.Replay;

namespace Tocsin.Tests.Load.Year;

/// <summary>Which year, how much of it, and how it is sent.</summary>
/// <param name="Year">The year, in the zone of the Tocsin that it is sent to.</param>
/// <param name="Share">How much of the county's year.</param>
/// <param name="Seed">What the plan is drawn from: the same seed, share and year make the same plan.</param>
/// <param name="Run">The run's name, part of every key and of the units' ids: the same name does nothing twice.</param>
/// <param name="Fresh">Whether the name is new: then the year has to be empty.</param>
/// <param name="Concurrency">The most commands under way at once.</param>
/// <param name="Policy">The timing policy while it is sent: without one there would be no clock that could alarm.</param>
public sealed record YearOptions(int Year, double Share, int Seed, string Run, bool Fresh, int Concurrency, string Policy)
{
    /// <summary>The year of the county's report.</summary>
    public const int UsualYear = 2023;

    /// <summary>The first year that the contract has times of.</summary>
    public const int FirstYear = 2000;

    /// <summary>The policy with limits on sign-for, arrival and feedback, whose share within is published.</summary>
    public const string UsualPolicy = "three-clocks";

    /// <summary>The longest name of a run: an id of a unit has 40 characters.</summary>
    public const int LongestRun = ReplayOptions.LongestRun - 5;

    /// <summary>
    /// How long after its end a year is past: the last incidents end some hours later, and nothing may be newer than now, in any zone.
    /// </summary>
    public static readonly TimeSpan Past = TimeSpan.FromDays(3);

    /// <summary>The last year that is past.</summary>
    public static int LastYear(DateTimeOffset now) => (now - Past).Year - 1;
}
