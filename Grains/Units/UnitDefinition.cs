using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Live;
using Tocsin.StreamKinds;

namespace Tocsin.Units;

/// <summary>A unit as a kind of stream.</summary>
internal static class UnitDefinition
{
    /// <summary>The kind.</summary>
    /// <param name="cases">The cases of commands to a unit whose rules belong to another feature.</param>
    public static StreamDefinition With(params IEnumerable<UseCase> cases) => new()
    {
        Kind = StreamKind.Unit,
        Events = EventTypes.Of<UnitEvent>(),
        Cases = UnitCases.Table(cases),
        Initial = id => UnitState.Initial(UnitId.Of(id)),
        Grain = (grains, id) => grains.GetKnown<IUnitStream>(id),
        ViewCode = UnitViews.Code,
        Board = BoardSection.Live(Item),
        MayRead = (row, reader, _) => UnitAccess.MayRead(row.Entry.ValueOf<UnitView>(), reader),
    };

    // The board shows a unit as every answer does: one text serves both.
    private static LiveItem Item(BoardRow row)
    {
        var view = row.Entry.ValueOf<UnitView>();
        if (!row.Entry.Open)
            return LiveItem.Off(row, BoardScope.Of(view));
        var json = row.Entry.Utf8();
        return new LiveItem(row.Stream, row.Version, row.Position, json, json, BoardScope.Of(view)) { Value = view };
    }
}
