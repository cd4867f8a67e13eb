namespace Tocsin.PastBoards;

/// <summary>The past that a past board shows.</summary>
public enum BoardBy
{
    /// <summary>The past as it was known then: what had been recorded. The default.</summary>
    Recorded = 0,

    /// <summary>The past as it really was: what had occurred, whenever it was recorded. For days that were imported.</summary>
    Occurred = 1,
}
