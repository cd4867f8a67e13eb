using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Fleets;

/// <summary>A way in a straight line, at an even speed.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Begins">When, on the load's agenda.</param>
/// <param name="Takes">How long it takes.</param>
public sealed record Journey(PointView From, PointView To, TimeSpan Begins, TimeSpan Takes)
{
    /// <summary>Where somebody on it is at <paramref name="now"/>.</summary>
    public (double Lat, double Lon) At(TimeSpan now)
    {
        var done = Takes <= TimeSpan.Zero ? 1 : Math.Clamp((now - Begins) / Takes, 0, 1);
        return (From.Lat + ((To.Lat - From.Lat) * done), From.Lon + ((To.Lon - From.Lon) * done));
    }
}
