using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Quality;

/// <summary>Lists whom to call back, and what to review. Stateless; its key is 0.</summary>
[Alias("tocsin.IQualityReadingGrain")]
public interface IQualityReadingGrain : IGrainWithIntegerKey
{
    /// <summary>The callers who are still to be called back, oldest due first; JSON texts of <see cref="DueCallBackView"/>.</summary>
    /// <param name="due">Which of them.</param>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("CallBacks")]
    Task<ThingPage> CallBacks(DueFilter due, int limit, string? cursor, Actor reader);

    /// <summary>What is drawn for review of one day; JSON texts of <see cref="SampleView"/>, on one page.</summary>
    /// <param name="day">The day on which it was received, in <c>Tocsin:TimeZone</c>.</param>
    /// <param name="size">How many things are drawn, 1 to <see cref="QualityLimits.SampleMax"/>.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Sample")]
    Task<ThingPage> Sample(DateOnly day, int size, Actor reader);
}
