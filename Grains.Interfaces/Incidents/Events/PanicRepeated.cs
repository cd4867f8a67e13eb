using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>The unit in distress pressed again.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">What was said with it.</param>
/// <param name="Location">Where its device saw itself; null when it did not say, or when somebody has put the place right by hand.</param>
public sealed record PanicRepeated(UnitId UnitId, string? Note, GeoPoint? Location) : IncidentEvent;
