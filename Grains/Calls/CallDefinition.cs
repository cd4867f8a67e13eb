using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Live;
using Tocsin.StreamKinds;

namespace Tocsin.Calls;

/// <summary>A call as a kind of stream.</summary>
internal static class CallDefinition
{
    /// <summary>The kind.</summary>
    /// <param name="cases">The cases of commands to a call whose rules need another feature's.</param>
    public static StreamDefinition With(params IEnumerable<UseCase> cases) => new()
    {
        Kind = StreamKind.Call,
        Events = EventTypes.Of<CallEvent>(),
        Cases = CallCases.Table(cases),
        Firing = FireCallClock.Instance,
        Initial = id => CallState.Initial(CallId.Of(id)),
        Grain = (grains, id) => grains.GetKnown<ICallStream>(id),
        ViewCode = CallViews.Code,
        Board = BoardSection.FeedOnly(row => LiveItem.Off(row, BoardScope.Nobody) with { Beside = row.Entry.Utf8() }),

        // Who may read calls at all may read each of them, but a station only those that its directives are about; see CallReads.
        MayRead = (_, reader, _) => reader.Role != Roles.Station,
        Late = LateCall.Of,
        ViewAt = ViewAt,
    };

    private static string ViewAt(string view, DateTimeOffset at)
    {
        if (!SilentClocks.MayHave(view))
            return view;
        var read = TocsinJson.Read<CallView>(view);
        return SilentClocks.At(read.Clocks, at) is { } clocks ? TocsinJson.Write(read with { Clocks = clocks }) : view;
    }
}
