using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.StreamKinds;

namespace Tocsin.Policies;

/// <summary>A timing policy as a kind of stream.</summary>
internal static class PolicyDefinition
{
    /// <summary>The kind.</summary>
    public static StreamDefinition Value { get; } = new()
    {
        Kind = StreamKind.Policy,
        Events = EventTypes.Of<PolicyEvent>(),
        Cases = PolicyCases.Table,
        Initial = id => PolicyState.Initial(PolicyId.Of(id)),
        Grain = (grains, id) => grains.GetKnown<IPolicyStream>(id),
        ViewCode = PolicyViews.Code,
        Board = BoardSection.None,

        // Who may read settings at all may read each of them.
        MayRead = (_, _, _) => true,
        ExistsUnwritten = id => Presets.Find(PolicyId.Of(id)) is not null,
    };
}
