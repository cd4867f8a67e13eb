namespace Tocsin.Tests.Load.Stories;

/// <summary>What units and callers do that nobody planned, as shares of 1. Assumptions: no source counts them.</summary>
public static class Habits
{
    /// <summary>Units that refuse before they move off; another is sent.</summary>
    public const double Declined = 0.03;

    /// <summary>Units that never sign for it; they are recalled, and another is sent.</summary>
    public const double Silent = 0.02;

    /// <summary>How often a unit is replaced in one place of an incident; the next one comes.</summary>
    public const int ReplacedMost = 2;

    /// <summary>Callers about the one event whose call joins its incident; the others wanted something else.</summary>
    public const double Joining = 0.95;

    /// <summary>Units that the one event draws.</summary>
    public const int ClusterUnits = 12;

    /// <summary>How far callers stand from the one event, in meters, each way.</summary>
    public const double WitnessMeters = 150;
}
