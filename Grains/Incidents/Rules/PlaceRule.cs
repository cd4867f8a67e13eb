using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>
/// Whether an incident can be at a place. Exactly 0, 0 and a place far from every station come of a lost sign, a swapped pair or a device
/// without a fix: whoever means it says so. While no station has a location, no place is judged.
/// </summary>
internal static class PlaceRule
{
    /// <summary>The refusal of a place; null: it is plausible, confirmed, or there is nothing to judge it by.</summary>
    /// <param name="place">The place.</param>
    /// <param name="confirmed">Whether somebody says that it is meant.</param>
    /// <param name="context">With how far the nearest station is from the place.</param>
    public static Refusal? Check(Location? place, bool confirmed, DecisionContext context)
    {
        if (confirmed || place?.Point is not { } point || context.Fact<Jurisdiction>()?.NearestMeters is not { } nearest)
            return null;
        return point is { Lat: 0, Lon: 0 } || nearest > context.MaxDistanceMeters ? Refusals.ImplausiblePlace : null;
    }
}
