using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.StreamKinds;

namespace Tocsin.RunCards;

/// <summary>A run card as a kind of stream.</summary>
internal static class RunCardDefinition
{
    /// <summary>The kind.</summary>
    public static StreamDefinition Value { get; } = new()
    {
        Kind = StreamKind.RunCard,
        Events = EventTypes.Of<RunCardEvent>(),
        Cases = RunCardCases.Table,
        Initial = id => RunCardState.Initial(RunCardId.Of(id)),
        Grain = (grains, id) => grains.GetKnown<IRunCardStream>(id),
        ViewCode = RunCardViews.Code,
        Board = BoardSection.None,

        // Who may read run cards at all may read each of them.
        MayRead = (_, _, _) => true,
        ExistsUnwritten = id => id == DefaultCard.Id.Value,
    };
}
