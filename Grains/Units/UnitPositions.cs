using Tocsin.Positions;

namespace Tocsin.Units;

/// <summary>Fills in the newest position of units, and how their devices report.</summary>
internal sealed class UnitPositions(PositionBook book, RefusalBook refusals, TimeProvider time)
{
    /// <summary>The views with what is known.</summary>
    public IReadOnlyList<UnitView> Fill(IReadOnlyList<UnitView> views)
    {
        if (views.Count == 0)
            return views;
        var units = views.Select(v => v.Id).ToList();
        var (known, refused) = (book.Find(units), refusals.Find(units));
        var now = time.GetUtcNow();
        return known.Count == 0 && refused.Count == 0 ? views : [.. views.Select(Filled)];

        UnitView Filled(UnitView view)
        {
            var newest = known.GetValueOrDefault(view.Id);
            return UnitReporting.Of(newest, refused.GetValueOrDefault(view.Id)) is { } reporting
                ? view with { Position = newest?.ToView(now), Reporting = reporting }
                : view;
        }
    }
}
