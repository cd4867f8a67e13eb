using Tocsin.Identity;

namespace Tocsin.Positions;

/// <summary>Where a unit was.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Points">Oldest first.</param>
public sealed record TrackAnswer(UnitId UnitId, IReadOnlyList<TrackPoint> Points);

/// <summary>A point of a unit's track.</summary>
/// <param name="Lat">WGS 84 degrees.</param>
/// <param name="Lon">WGS 84 degrees.</param>
/// <param name="At">When the device saw it.</param>
/// <param name="Speed">Metres per second, or null.</param>
/// <param name="Heading">Degrees from north, 0 to 360, or null.</param>
public sealed record TrackPoint(double Lat, double Lon, DateTimeOffset At, double? Speed, double? Heading);
