namespace Tocsin.Live;

/// <summary>The limits of the live picture at a gateway.</summary>
internal static class FeedLimits
{
    /// <summary>The most clients that hang on the feed of one gateway.</summary>
    public const int ClientsMax = 10_000;

    /// <summary>How many frames are kept for clients that are behind or come back.</summary>
    public const int FramesMax = 65_536;

    /// <summary>
    /// How many positions before its start a gateway loads with the board: the clients of a gateway that died, and those of another one, come back with a
    /// position from before, all at once. Most of a minute of a very large city.
    /// </summary>
    public const int HistoryMax = 2_000;

    /// <summary>How many bytes of frames are kept: 64 MiB.</summary>
    public const long FrameBytesMax = 64L * 1024 * 1024;

    /// <summary>How much is written to a client before it is flushed: all that a slow client costs beside its connection's buffer.</summary>
    public const int BatchBytesMax = 256 * 1024;

    /// <summary>How many clients that are further behind than memory reaches are served from the journal at once; the others wait for their turn.</summary>
    public const int CatchUpsMax = 4;

    /// <summary>Stations in a filter.</summary>
    public const int StationsMax = 200;

    /// <summary>Kinds in a filter.</summary>
    public const int KindsMax = 50;

    /// <summary>The longest query parameter that is a list.</summary>
    public const int ListLengthMax = 8_000;

    /// <summary>The least time between two writes to a client: what happens within it goes out together.</summary>
    public static readonly TimeSpan WriteInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>How often positions go to clients.</summary>
    public static readonly TimeSpan PositionsInterval = TimeSpan.FromSeconds(1);

    /// <summary>How often what this gateway heard is handed to a silo.</summary>
    public static readonly TimeSpan SendInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a silo may leave a question for news unanswered before the next one is asked.</summary>
    public static readonly TimeSpan SiloPatience = TimeSpan.FromSeconds(2);

    /// <summary>The pause before the next silo is asked.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a gateway that is merely behind is waited for.</summary>
    public static readonly TimeSpan BehindWait = TimeSpan.FromSeconds(2);

    /// <summary>How long a board waits for what was written before it was asked for.</summary>
    public static readonly TimeSpan FreshWait = TimeSpan.FromSeconds(1);
}
