using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>Which card is for an incident: the most specific that fits. Pure.</summary>
internal static class RunCardChoice
{
    /// <summary>
    /// The card. What it names counts in this order: category, priority, area on the map, station, class of area; of two areas the smaller
    /// one; of equals the first by id. The default when none fits.
    /// </summary>
    public static RunCard Of(
        IEnumerable<RunCard> cards, string category, int priority, string? station, AreaClass? areaClass, GeoPoint? place) =>
        cards.Where(c => c.Fits(category, priority, station, areaClass, place))
            .OrderByDescending(Specificity)
            .ThenBy(c => c.Area?.Geometry.Area ?? 0)
            .ThenBy(c => c.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault() ?? DefaultCard.Card;

    private static int Specificity(RunCard card) =>
        (card.Plan.Categories.Count > 0 ? 16 : 0)
        + (card.Plan.Priorities.Count > 0 ? 8 : 0)
        + (card.Area is not null ? 4 : 0)
        + (card.Plan.Stations.Count > 0 ? 2 : 0)
        + (card.Plan.AreaClass is not null ? 1 : 0);
}
