namespace Tocsin.Live;

/// <summary>The limits of board and feed at a gateway.</summary>
internal static class FeedLimits
{
    /// <summary>The most clients on the feed of one gateway; more get 503.</summary>
    public const int ClientsMax = 10_000;

    /// <summary>The most clients of one identity on the feed of one gateway; more get 429. A desk has a few pages open.</summary>
    public const int ClientsOfOneMax = 20;

    /// <summary>How many of the clients on the feed can only be dispatchers and supervisors: the desks of a nation's centre.</summary>
    public const int ClientsKeptForDispatch = 500;

    /// <summary>The most frames that are kept for clients that are behind or reconnect.</summary>
    public const int FramesMax = 65_536;

    /// <summary>
    /// How many positions before the board a gateway loads: the clients of a gateway that died all reconnect at once, with a position from
    /// before. Most of a minute of a very large city.
    /// </summary>
    public const int HistoryMax = 2_000;

    /// <summary>The most bytes of frames that are kept: 64 MiB.</summary>
    public const long FrameBytesMax = 64L * 1024 * 1024;

    /// <summary>
    /// The most bytes that are written to a client before a flush, 256 KiB: what a slow client costs beside its connection's buffer.
    /// </summary>
    public const int BatchBytesMax = 256 * 1024;

    /// <summary>
    /// How many clients that need older events than memory has are served from the journal at once; the others wait.
    /// </summary>
    public const int CatchUpsMax = 4;

    /// <summary>
    /// The most outdated positions that wait for a silo; more are left out of the tracks. Ten phones that were without a network for hours.
    /// </summary>
    public const int OutdatedMax = 10_000;

    /// <summary>The most stations in a filter.</summary>
    public const int StationsMax = 200;

    /// <summary>The most kinds of events in a filter.</summary>
    public const int KindsMax = 50;

    /// <summary>The longest query parameter that is a list, in characters.</summary>
    public const int ListLengthMax = 8_000;

    /// <summary>The least time between two writes to a client: 50 ms; events within it are sent together.</summary>
    public static readonly TimeSpan WriteInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>How often positions are sent to clients: once a second.</summary>
    public static readonly TimeSpan PositionsInterval = TimeSpan.FromSeconds(1);

    /// <summary>How often positions and presences are sent to a silo: every 250 ms.</summary>
    public static readonly TimeSpan SendInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a silo may take to answer before another one is asked: 2 s.</summary>
    public static readonly TimeSpan SiloTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The delay before another silo is asked: 100 ms.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a client waits for a gateway that is behind its position: 2 s.</summary>
    public static readonly TimeSpan BehindWait = TimeSpan.FromSeconds(2);

    /// <summary>How long a request for the board waits for events that were written before it: 1 s.</summary>
    public static readonly TimeSpan FreshWait = TimeSpan.FromSeconds(1);
}
