namespace Tocsin.Probing;

/// <summary>The probe's times and limits.</summary>
internal static class ProbeLimits
{
    /// <summary>How often an exercise is taken through all stages: every 5 min.</summary>
    public static readonly TimeSpan RoundEvery = TimeSpan.FromMinutes(5);

    /// <summary>How often it does something, a note or a round: every 15 s.</summary>
    public static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(15);

    /// <summary>A step that takes longer is slow: 2 s, the command budget of decision 23.</summary>
    public static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(2);

    /// <summary>The timeout of a step: 10 s, longer than the 8 s after which a gateway answers 503.</summary>
    public static readonly TimeSpan StepTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The timeout of a connection: 3 s.</summary>
    public static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long a probe that is told to stop may still take to close its exercise: 5 s, less than the 15 s after which <c>ops/watch</c>
    /// kills it.
    /// </summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The most gateways: each one is visited within the 4 min between two rounds.</summary>
    public const int GatewaysMax = 16;

    /// <summary>The longest line of the feed that it reads, in characters. A frame has one event and one item of the board.</summary>
    public const int FrameLengthMax = 1 << 20;

    /// <summary>The most open incidents that are searched for an earlier probe's exercise: the most that a page has.</summary>
    public const int LeftoversMax = 200;
}
