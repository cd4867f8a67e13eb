namespace Tocsin.Tests.Load.Http;

/// <summary>How long a command is repeated, with the same key, while the server cannot take it.</summary>
/// <param name="Total">No new try is begun after this; at most <see cref="Longest"/>.</param>
/// <param name="Try">One try is given up after this. A gateway settles a command within 8 s, so this is more.</param>
public sealed record Patience(TimeSpan Total, TimeSpan Try)
{
    /// <summary>The longest total that may be asked for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The shortest pause between two tries.</summary>
    public static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest pause between two tries, also when a server asks for more.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>How often a command that lost a race three times (409 <c>conflict</c>) is sent again.</summary>
    public const int ConflictTries = 20;

    /// <summary>Two minutes in all, 15 s a try: outlasts the restart of a server.</summary>
    public static Patience Default { get; } = new(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(15));

    /// <summary>One try and no more: for measuring what a person would see.</summary>
    public static Patience OneTry { get; } = new(TimeSpan.Zero, TimeSpan.FromSeconds(30));

    /// <summary>
    /// The pause before try number <paramref name="tries"/> + 1: doubling, or what the server asked for, within the limits.
    /// </summary>
    public static TimeSpan PauseAfter(int tries, TimeSpan? asked)
    {
        var pause = asked ?? ShortestPause * Math.Pow(2, Math.Min(tries - 1, 6));
        return pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause;
    }
}
