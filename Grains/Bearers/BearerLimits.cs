namespace Tocsin.Bearers;

/// <summary>The limits of what a silo knows of tokens.</summary>
public static class BearerLimits
{
    /// <summary>
    /// The most tokens that a silo knows: several times those of a nation's centre with its units. When it is reached all are forgotten,
    /// which costs each one more check.
    /// </summary>
    public const int KnownTokensMax = 50_000;

    /// <summary>The longest token, in characters: as long as all headers of a request together.</summary>
    public const int TokenLengthMax = 32 * 1024;

    /// <summary>
    /// For how long no silo may have had a call of a gateway of before, until tokens are demanded: a gateway of before calls each second.
    /// </summary>
    public static readonly TimeSpan QuietBefore = TimeSpan.FromSeconds(30);

    /// <summary>How often the silos ask each other how far they demand tokens.</summary>
    public static readonly TimeSpan AskInterval = TimeSpan.FromSeconds(2);

    /// <summary>How long a silo's answer is waited for.</summary>
    public static readonly TimeSpan AskTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The least time between two lines of the log about the same refusal.</summary>
    public static readonly TimeSpan LogInterval = TimeSpan.FromMinutes(1);
}
