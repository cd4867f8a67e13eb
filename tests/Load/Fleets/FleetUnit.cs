using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Fleets;

/// <summary>A unit of the load's own: where it is, and where it is going.</summary>
/// <param name="id">Its id, as long as that of all others of its fleet.</param>
/// <param name="home">Where it begins.</param>
public sealed class FleetUnit(string id, PointView home)
{
    /// <summary>
    /// The fastest that a unit drives, in metres a second: a fast car on an open road. A story may leave it less time than the way takes;
    /// then it is still under way when the story has it on scene.
    /// </summary>
    public const double SpeedMax = 40;

    private Journey journey = new(home, home, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>Where it begins.</summary>
    public PointView Home => home;

    /// <summary>Its place in the list of free units; -1 while it is not there. The fleet's alone.</summary>
    internal int Slot { get; set; } = -1;

    /// <summary>Where it is.</summary>
    public (double Lat, double Lon) At(TimeSpan now) => Volatile.Read(ref journey).At(now);

    /// <summary>It stands where it was seen last, and not where it began in an earlier run.</summary>
    public void StandAt(PointView place) => Volatile.Write(ref journey, new Journey(place, place, TimeSpan.Zero, TimeSpan.Zero));

    /// <summary>
    /// It drives to <paramref name="place"/> and is there in <paramref name="takes"/>, or later at <see cref="SpeedMax"/>.
    /// </summary>
    public void Drive(PointView place, TimeSpan now, TimeSpan takes)
    {
        ArgumentNullException.ThrowIfNull(place);
        var (lat, lon) = At(now);
        var least = TimeSpan.FromSeconds(Region.Meters(lat, lon, place.Lat, place.Lon) / SpeedMax);
        Volatile.Write(ref journey, new Journey(new PointView(lat, lon), place, now, takes > least ? takes : least));
    }
}
