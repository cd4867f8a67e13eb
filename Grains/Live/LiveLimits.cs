namespace Tocsin.Live;

/// <summary>The limits of the live picture.</summary>
internal static class LiveLimits
{
    /// <summary>How many pages may come while the board is being loaded; more, and it is loaded anew.</summary>
    public const int PagesWaiting = 1_024;

    /// <summary>
    /// How many of the things that left the board are remembered with their scope: as many as the ring of events can name.
    /// </summary>
    public const int LeftMax = 16_384;

    /// <summary>The pause after a load that failed.</summary>
    public static readonly TimeSpan LoadAgainAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// After so many full pages in a row the picture's position moves although its items may be newer: it must not stand still in a flood.
    /// </summary>
    public const int FullPagesMax = 32;
}
