using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.StreamKinds;

namespace Tocsin.Bulletins;

/// <summary>A bulletin as a kind of stream.</summary>
internal static class BulletinDefinition
{
    /// <summary>The kind.</summary>
    public static StreamDefinition Value { get; } = new()
    {
        Kind = StreamKind.Bulletin,
        Events = EventTypes.Of<BulletinEvent>(),
        Cases = BulletinCases.Table,
        Firing = ExpireBulletin.Instance,
        Initial = id => new BulletinState(BulletinId.Of(id), 0),
        Grain = (grains, id) => grains.GetKnown<IBulletinStream>(id),
        ViewCode = BulletinState.Code,
        Board = BoardSection.None,

        // Whoever may read bulletins at all may read each of them.
        MayRead = (_, _, _) => true,
    };
}
