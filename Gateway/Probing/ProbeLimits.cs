namespace Tocsin.Probing;

/// <summary>The probe's times and limits.</summary>
internal static class ProbeLimits
{
    /// <summary>How often an exercise is taken through all stages.</summary>
    public static readonly TimeSpan RoundEvery = TimeSpan.FromMinutes(5);

    /// <summary>How often it does anything at all: a note, or the beginning of a round.</summary>
    public static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(15);

    /// <summary>What takes longer is slow: the promise of the command budget, decision 23.</summary>
    public static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(2);

    /// <summary>How long a step is waited for. A gateway gives a command up after 8 s, and says so: that is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may take to come about.</summary>
    public static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(3);

    /// <summary>How long a probe that is told to stop still puts away what it left in the middle of a round. Less than a gateway's own 15 s, after which <c>ops/watch</c> kills.</summary>
    public static readonly TimeSpan PartingTime = TimeSpan.FromSeconds(5);

    /// <summary>The most gateways that it goes round: every one is visited within the 4 minutes between two rounds.</summary>
    public const int GatewaysMax = 16;

    /// <summary>The longest line of the feed that it reads. A frame holds one event and one item of the board.</summary>
    public const int FrameLengthMax = 1 << 20;

    /// <summary>How many open incidents are looked through at once for what an earlier probe left: the most that a list gives.</summary>
    public const int LeftoversMax = 200;
}
