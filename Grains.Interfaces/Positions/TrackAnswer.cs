using Tocsin.Identity;

namespace Tocsin.Positions;

/// <summary>Where a unit was in a stretch of time.</summary>
/// <param name="UnitId">The id of the unit.</param>
/// <param name="Points">The points, oldest first, one each 10 s at most; the newest 5,000.</param>
public sealed record TrackAnswer(UnitId UnitId, IReadOnlyList<TrackPoint> Points);

/// <summary>A point of a unit's track.</summary>
/// <param name="Lat">Latitude, WGS 84 degrees, -90 to 90, north positive.</param>
/// <param name="Lon">Longitude, WGS 84 degrees, -180 to 180, east positive.</param>
/// <param name="At">When the device measured it, UTC.</param>
/// <param name="Speed">Metres per second, 0 to 1,000, or null.</param>
/// <param name="Heading">Degrees clockwise from north, 0 to 360, or null.</param>
public sealed record TrackPoint(double Lat, double Lon, DateTimeOffset At, double? Speed, double? Heading);
