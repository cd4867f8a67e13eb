using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.StreamKinds;

namespace Tocsin.Incidents;

/// <summary>An incident as a kind of stream.</summary>
internal static class IncidentDefinition
{
    /// <summary>The kind, by the incident's own rules and some more.</summary>
    /// <param name="cases">The cases of commands to an incident whose rules need another feature's.</param>
    public static StreamDefinition With(params IEnumerable<UseCase> cases) => With(ofIncident => ofIncident, cases);

    /// <summary>The kind.</summary>
    /// <param name="follow">Makes the case of a command whose effects go beyond the incident, by the rules of another feature.</param>
    /// <param name="cases">The cases of commands to an incident whose rules need another feature's.</param>
    public static StreamDefinition With(Func<UseCase, UseCase> follow, params IEnumerable<UseCase> cases) => new()
    {
        Kind = StreamKind.Incident,
        Events = EventTypes.Of<IncidentEvent>(),
        Cases = new UseCases(typeof(IncidentCommand), IncidentCases.Table(cases).All.Select(follow)),
        Firing = FireClocks.Instance,
        Initial = id => IncidentState.Initial(IncidentId.Of(id)),
        Grain = (grains, id) => grains.GetKnown<IIncidentStream>(id),
        ViewCode = IncidentViews.Code,
        Board = BoardSection.Live(Item),
        MayRead = MayRead,
        Late = LateIncident.Of,
        ViewAt = ViewAt,
    };

    private static LiveItem Item(BoardRow row)
    {
        var view = row.Entry.ValueOf<IncidentView>();
        return row.Entry.Open
            ? new LiveItem(
                row.Stream,
                row.Version,
                row.Position,
                row.Entry.Utf8(),
                TocsinJson.WriteUtf8(BoardIncident.Of(view)),
                BoardScope.Of(view))
            {
                Value = LiveIncident.Of(view),
                ListedAt = view.ReceivedAt,
            }
            : LiveItem.Off(row, BoardScope.Of(view));
    }

    /// <summary>Whether a reader may read an incident now: roles other than unit and station see all, if they see any.</summary>
    public static bool MayRead(BoardRow row, Actor reader, DateTimeOffset now) =>
        reader.Role is not (Roles.Unit or Roles.Station) || IncidentAccess.MayRead(row.Entry.ValueOf<IncidentView>(), reader, now);

    /// <summary>The view as an observer at a time sees it.</summary>
    public static string ViewAt(string view, DateTimeOffset at)
    {
        if (!SilentClocks.MayHave(view))
            return view;
        var read = TocsinJson.Read<IncidentView>(view);
        return SilentClocks.At(read.Clocks, at) is { } clocks ? TocsinJson.Write(read with
        {
            Clocks = clocks,
            Loop = IncidentLoop.At(read.Loop, clocks),
        }) : view;
    }
}
