using Tocsin.Places;

namespace Tocsin.Recommending.Travel;

/// <summary>One way that a unit may drive.</summary>
/// <param name="From">From where.</param>
/// <param name="To">To where.</param>
/// <param name="Meters">Between them, by great circle.</param>
/// <param name="Kind">What kind of unit drives.</param>
/// <param name="Area">The station to which the destination belongs; null where none does.</param>
/// <param name="Hour">The hour of the day in the centre's time zone, 0 to 23.</param>
internal readonly record struct Leg(GeoPoint From, GeoPoint To, double Meters, string Kind, string? Area, int Hour);
