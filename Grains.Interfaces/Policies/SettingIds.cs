using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>The settings of the centre, by name.</summary>
public static class SettingIds
{
    /// <summary>Which timing policy is chosen for what comes.</summary>
    public const string TimingPolicy = "timing-policy";

    /// <summary>The stream of that choice.</summary>
    public static StreamId TimingPolicyStream { get; } = new(StreamKind.Setting, TimingPolicy);
}
