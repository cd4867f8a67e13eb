using Tocsin.Positions;

namespace Tocsin.Units;

/// <summary>Fills in the newest position of units.</summary>
internal sealed class UnitPositions(PositionBook book, TimeProvider time)
{
    /// <summary>The views with the positions that are known.</summary>
    public IReadOnlyList<UnitView> Fill(IReadOnlyList<UnitView> views)
    {
        if (views.Count == 0)
            return views;
        var known = book.Find([.. views.Select(v => v.Id)]);
        var now = time.GetUtcNow();
        return known.Count == 0
            ? views
            : [.. views.Select(v => known.TryGetValue(v.Id, out var report) ? v with { Position = report.ToView(now) } : v)];
    }
}
