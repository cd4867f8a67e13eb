using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>Somebody of the unit is in distress 警员遇险: makes an incident of the highest priority about it, whatever the unit is doing.</summary>
/// <param name="IncidentId">The incident that it makes, unless one is open for the same distress; follows from the command's id.</param>
/// <param name="Location">Where, as the device saw it.</param>
/// <param name="Note">At most 4,000 characters.</param>
/// <param name="OccurredAt">When it was pressed; absent means now; at most 5 s ahead.</param>
/// <param name="Position">The unit's newest known position, filled in by its grain where no location came.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RaisePanic")]
public sealed record RaisePanic(
    [property: Id(0)] IncidentId IncidentId,
    [property: Id(1)] GeoPoint? Location,
    [property: Id(2)] string? Note,
    [property: Id(3)] DateTimeOffset? OccurredAt,
    [property: Id(4)] PositionView? Position = null) : UnitCommand;
