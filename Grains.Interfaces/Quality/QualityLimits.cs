namespace Tocsin.Quality;

/// <summary>The limits of call-backs and reviews, by name.</summary>
public static class QualityLimits
{
    /// <summary>The most call-backs of one incident: many times what a caller is rung.</summary>
    public const int CallBacksPerIncident = 50;

    /// <summary>So many tries that reached nobody end a call-back: 3.</summary>
    public const int Tries = 3;

    /// <summary>The most reviews of one incident or call.</summary>
    public const int ReviewsPerThing = 50;

    /// <summary>The most points of one review.</summary>
    public const int ReviewItems = 50;

    /// <summary>The most things that are drawn for review at once.</summary>
    public const int SampleMax = 200;

    /// <summary>For so many days after its closure a caller is listed: who was not asked by then is not asked any more.</summary>
    public const int ListedDays = 60;

    /// <summary>The longest note, in characters.</summary>
    public const int NoteMax = 500;
}
