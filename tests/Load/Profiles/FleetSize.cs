using Tocsin.Tests.Load.Fleets;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>How many units a profile needs.</summary>
public static class FleetSize
{
    /// <summary>
    /// How long a story holds a unit, in seconds, with an answer in no time: signed for, off, there, reported, free again; see <see
    /// cref="UnitStory"/>.
    /// </summary>
    public const double HeldSeconds = 14;

    /// <summary>Room for bursts and for slow answers, times what the mean rate holds.</summary>
    public const double Room = 4;

    /// <summary>The units that <paramref name="profile"/> needs; at thousands of positions a second, whole batches of them.</summary>
    public static int Of(LoadProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var held = profile.CallsPerSecond * profile.IncidentShare * profile.UnitsPerIncident * HeldSeconds;
        var units = (int)(held * Room) + 10 + (profile.ClusterCallsInTenMinutes > 0 ? Habits.ClusterUnits : 0);
        if (profile.PositionsPerSecond >= PositionBatch.PositionsMax)
            units = (units + PositionBatch.PositionsMax - 1) / PositionBatch.PositionsMax * PositionBatch.PositionsMax;
        return Math.Min(units, Fleet.UnitsMax);
    }
}
