using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.StreamKinds;

namespace Tocsin.Stations;

/// <summary>A station as a kind of stream.</summary>
internal static class StationDefinition
{
    /// <summary>The kind.</summary>
    public static StreamDefinition Value { get; } = new()
    {
        Kind = StreamKind.Station,
        Events = EventTypes.Of<StationEvent>(),
        Cases = StationCases.Table,
        Initial = id => StationState.Initial(StationId.Of(id)),
        Grain = (grains, id) => grains.GetKnown<IStationStream>(id),
        ViewCode = StationViews.Code,
        Board = BoardSection.None,

        // Who may read stations at all may read each of them.
        MayRead = (_, _, _) => true,
    };
}
