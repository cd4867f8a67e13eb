using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>The settings of the centre, by name.</summary>
public static class SettingIds
{
    /// <summary>The choice of the timing policy for new incidents and calls.</summary>
    public const string TimingPolicy = "timing-policy";

    /// <summary>The stream of events of that choice.</summary>
    public static StreamId TimingPolicyStream { get; } = new(StreamKind.Setting, TimingPolicy);

    /// <summary>How incidents may end, and what may come of them.</summary>
    public const string Closing = "closing";

    /// <summary>The stream of events of that.</summary>
    public static StreamId ClosingStream { get; } = new(StreamKind.Setting, Closing);

    /// <summary>Which callers are to be called back, and how soon.</summary>
    public const string CallBacks = "call-backs";

    /// <summary>The stream of events of that.</summary>
    public static StreamId CallBacksStream { get; } = new(StreamKind.Setting, CallBacks);

    /// <summary>The subjects that are blocked.</summary>
    public const string BlockedSubjects = "blocked-subjects";

    /// <summary>The stream of events of that list. No feed tells of it: its trail is for fewer than see the board.</summary>
    public static StreamId BlockedSubjectsStream { get; } = new(StreamKind.Setting, BlockedSubjects);
}
