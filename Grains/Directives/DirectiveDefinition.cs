using Tocsin.Clocks;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.StreamKinds;

namespace Tocsin.Directives;

/// <summary>A directive as a kind of stream.</summary>
internal static class DirectiveDefinition
{
    /// <summary>The kind.</summary>
    public static StreamDefinition Value { get; } = new()
    {
        Kind = StreamKind.Directive,
        Events = EventTypes.Of<DirectiveEvent>(),
        Cases = DirectiveCases.Table,
        Firing = FireDirectiveClocks.Instance,
        Initial = id => DirectiveState.Initial(DirectiveId.Of(id)),
        Grain = (grains, id) => grains.GetKnown<IDirectiveStream>(id),
        ViewCode = DirectiveViews.Code,
        Board = BoardSection.Live(Item),
        MayRead = (row, reader, _) => DirectiveAccess.MayRead(row, reader),
        Late = LateDirective.Of,
        ViewAt = ViewAt,
    };

    private static LiveItem Item(BoardRow row)
    {
        var view = row.Entry.ValueOf<DirectiveView>();
        var station = row.Entry.Station;
        var scope = new BoardScope(station, view.To.Unit is { } unit ? [new ScopeUnit(unit, station, view.OverAt)] : [])
        {
            EveryUnit = DirectiveAccess.IsEveryUnits(view),
            AlsoOf = DirectiveAccess.IssuersStation(view.From),
        };
        if (!row.Entry.Open)
            return LiveItem.Off(row, scope);
        var board = TocsinJson.WriteUtf8(view.OnBoard());
        return new LiveItem(row.Stream, row.Version, row.Position, row.Entry.Utf8(), board, scope)
        {
            Value = LiveDirective.Of(view),
            ListedAt = view.IssuedAt,
        };
    }

    private static string ViewAt(string view, DateTimeOffset at)
    {
        if (!SilentClocks.MayHave(view))
            return view;
        var read = TocsinJson.Read<DirectiveView>(view);
        return SilentClocks.At(read.Clocks, at) is { } clocks ? TocsinJson.Write(read with { Clocks = clocks }) : view;
    }
}
