using Tocsin.Positions;
using Tocsin.Units;

namespace Tocsin.Reading;

/// <summary>Fills in the newest position of units.</summary>
internal sealed class UnitPositions(PositionLookup lookup)
{
    /// <summary>The views with the positions that are known.</summary>
    public async Task<IReadOnlyList<UnitView>> FillAsync(IReadOnlyList<UnitView> views)
    {
        if (views.Count == 0)
            return views;
        var known = await lookup.FindAsync([.. views.Select(v => v.Id)]);
        return known.Count == 0 ? views : [.. views.Select(v => known.TryGetValue(v.Id, out var position) ? v with { Position = position } : v)];
    }
}
