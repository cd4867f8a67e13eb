using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Quality;

/// <summary>Lists whom to call back. Stateless; its key is 0.</summary>
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
}
