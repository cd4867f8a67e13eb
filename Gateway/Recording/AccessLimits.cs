namespace Tocsin.Recording;

/// <summary>The limits of the access log at a gateway.</summary>
internal static class AccessLimits
{
    /// <summary>How many items may wait to be written; from then on reads of personal data are refused.</summary>
    public const int WaitingMax = 10_000;

    /// <summary>
    /// How many items wait at the most: what is never refused (boards, feeds, sign-ins, refusals, and one page of things that was on its
    /// way) goes beyond <see cref="WaitingMax"/>. What comes then is lost, and counted.
    /// </summary>
    public const int KeptMax = 12_000;

    /// <summary>How long items are gathered for one writing: they are there within a second.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    /// <summary>How long to wait before what could not be written is tried again.</summary>
    public static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>How long a gateway that stops tries to write what waits.</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);
}
