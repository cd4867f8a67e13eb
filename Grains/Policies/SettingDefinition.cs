using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.StreamKinds;

namespace Tocsin.Policies;

/// <summary>A setting of the centre as a kind of stream.</summary>
internal static class SettingDefinition
{
    /// <summary>The kind.</summary>
    public static StreamDefinition Value { get; } = new()
    {
        Kind = StreamKind.Setting,
        Events = EventTypes.Of<SettingEvent>(),
        Cases = SettingCases.Table,
        Initial = id => new SettingState(id, 0),
        Grain = (grains, id) => grains.GetKnown<ISettingStream>(id),
        ViewCode = SettingState.Code,
        Board = BoardSection.None,

        // Who may read settings at all may read each of them.
        MayRead = (_, _, _) => true,
        ExistsUnwritten = id => id is SettingIds.TimingPolicy or SettingIds.BlockedSubjects or SettingIds.Closing or SettingIds.CallBacks,
    };
}
