using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.StreamKinds;

namespace Tocsin.Stations;

/// <summary>A station as a kind of stream.</summary>
internal static class StationDefinition
{
    /// <summary>The kind.</summary>
    /// <param name="cases">The cases of commands to a station whose rules need other features.</param>
    public static StreamDefinition With(params IEnumerable<UseCase> cases) => new()
    {
        Kind = StreamKind.Station,
        Events = EventTypes.Of<StationEvent>(),
        Cases = StationCases.Table(cases),
        Initial = id => StationState.Initial(StationId.Of(id)),
        Grain = (grains, id) => grains.GetKnown<IStationStream>(id),
        ViewCode = StationViews.Code,
        Board = BoardSection.None,

        // Who may read stations at all may read each of them.
        MayRead = (_, _, _) => true,
    };
}
