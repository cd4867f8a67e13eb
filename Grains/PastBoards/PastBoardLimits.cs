namespace Tocsin.PastBoards;

/// <summary>The limits of past boards.</summary>
public static class PastBoardLimits
{
    /// <summary>How often the board is marked.</summary>
    public static readonly TimeSpan MarkInterval = TimeSpan.FromMinutes(10);

    /// <summary>How many streams are folded at once: a slider that is pulled must not slow those who work.</summary>
    public const int FoldsAtOnce = 4;

    /// <summary>How many folded streams are remembered, so that a slider that moves on folds only what is new.</summary>
    public const int RememberedMax = 20_000;

    /// <summary>How many incidents and units a past board may show; more, and it is refused.</summary>
    public const int ItemsMax = 50_000;

    /// <summary>How old a position may be to be shown on a past board.</summary>
    public static readonly TimeSpan PositionAgeMax = TimeSpan.FromMinutes(10);
}
