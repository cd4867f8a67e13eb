using Tocsin.Identity;

namespace Tocsin.Positions;

/// <summary>Where a unit was.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Points">Oldest first.</param>
public sealed record TrackAnswer(UnitId UnitId, IReadOnlyList<TrackPoint> Points);
