using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Fleets;

/// <summary>A unit of the load's own: where it is, and where it is going.</summary>
/// <param name="id">Its id, as long as that of all others of its fleet.</param>
/// <param name="home">Where it begins.</param>
public sealed class FleetUnit(string id, PointView home)
{
    private Journey journey = new(home, home, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>Where it begins.</summary>
    public PointView Home => home;

    /// <summary>Its place in the list of free units; -1 while it is not there. The fleet's alone.</summary>
    internal int Slot { get; set; } = -1;

    /// <summary>Where it is.</summary>
    public (double Lat, double Lon) At(TimeSpan now) => Volatile.Read(ref journey).At(now);

    /// <summary>It drives to <paramref name="place"/> and is there in <paramref name="takes"/>.</summary>
    public void Drive(PointView place, TimeSpan now, TimeSpan takes)
    {
        var (lat, lon) = At(now);
        Volatile.Write(ref journey, new Journey(new PointView(lat, lon), place, now, takes));
    }
}
