using Tocsin.Tests.Load.Profiles;

namespace Tocsin.Tests.Load.Days;

/// <summary>
/// A day that really was, at the speed that is asked for: its receipts, its units, its intervals, live and not as history.
/// </summary>
public static class NewYear
{
    /// <summary>What it is asked for by.</summary>
    public const string Name = "new-year";

    /// <summary>How many times faster, unless told otherwise: the day in 24 minutes.</summary>
    public const double UsualSpeed = 60;

    /// <summary>How often a vehicle reports where it is, in seconds: the middle of the 5 to 13 s of real ones.</summary>
    public const double SecondsBetweenPositions = 9;

    /// <summary>The profile as the list of profiles tells it; the day's figures come of the file.</summary>
    public static LoadProfile Profile { get; } = new(
        Name,
        "a real day, San Francisco's fire department on 1 January 2017 unless --file says otherwise, 60 times faster unless --speed does",
        0,
        1,
        1,
        LoadLimits.Operator)
    {
        Bursts = BurstShape.None,
        Consoles = 40,
    };

    /// <summary>The day that ships with the program.</summary>
    public static string ShippedFile { get; } = Path.Combine(AppContext.BaseDirectory, "data", "sffd-2017-01-01.csv");

    /// <summary>The profile with the figures of <paramref name="day"/>, as far as <paramref name="duration"/> goes.</summary>
    public static LoadProfile Of(RealDay day, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(day);
        day = day.Until(duration);
        return Profile with
        {
            CallsPerSecond = day.Calls / Math.Max(duration.TotalSeconds, 1),
            IncidentShare = (double)day.Incidents.Count / day.Calls,
            UnitsPerIncident = day.Incidents.Average(i => i.Responses.Count),
            PositionsPerSecond = Math.Ceiling(day.UnitsNeeded / SecondsBetweenPositions),
        };
    }
}
