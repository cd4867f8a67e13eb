namespace Tocsin.PastBoards;

/// <summary>Which past a past board shows.</summary>
public enum BoardBy
{
    /// <summary>As it was known then: what had been recorded.</summary>
    Recorded = 0,

    /// <summary>As it really was: what had occurred, whenever it was recorded. For days that were imported.</summary>
    Occurred = 1,
}
