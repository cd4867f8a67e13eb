using Tocsin.Tests.Load.Profiles;

namespace Tocsin.Tests.Load.Feed;

/// <summary>What a run of feed clients is made of.</summary>
/// <param name="Clients">How many hang on the feed, at most <see cref="MostClients"/>.</param>
/// <param name="Url">The gateway that they hang on.</param>
/// <param name="CommandUrl">The gateway that takes the commands, and is asked for the truth afterwards.</param>
/// <param name="Profile">The load meanwhile; null: none of this program's.</param>
/// <param name="Duration">How long it lasts.</param>
/// <param name="Seed">The load's run of chance.</param>
/// <param name="Watched">Processes whose processor time and memory are taken.</param>
/// <param name="Killed">Processes that are killed (SIGKILL), evenly over the run; whoever looks after them starts them again.</param>
/// <param name="P99Limit">From commit to client, 99th percentile; null: not judged.</param>
/// <param name="Trails">Whether trails are read, too, to judge the feed by something else than itself.</param>
/// <param name="Record">Where the bytes that one client reads are written, with their times; null: nowhere.</param>
public sealed record FeedRunOptions(
    int Clients,
    Uri Url,
    Uri CommandUrl,
    LoadProfile? Profile,
    TimeSpan Duration,
    int Seed,
    IReadOnlyList<int> Watched,
    IReadOnlyList<int> Killed,
    TimeSpan? P99Limit,
    bool Trails,
    string? Record)
{
    /// <summary>The most clients of one run: what one gateway takes.</summary>
    public const int MostClients = 10_000;

    /// <summary>How many clients connect at once: a centre's consoles do not open in the same instant either.</summary>
    public const int ConnectingAtOnce = 64;

    /// <summary>How long clients may take to hear of the last event after the load has ended.</summary>
    public static readonly TimeSpan CatchUpTime = TimeSpan.FromMinutes(10);

    /// <summary>
    /// After so long without a byte a client takes its connection for dead: twice what the contract allows between two frames.
    /// </summary>
    public static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(20);

    /// <summary>The longest frame that a client takes: far more than any incident has.</summary>
    public const int FrameBytesMax = 4 * 1024 * 1024;
}
