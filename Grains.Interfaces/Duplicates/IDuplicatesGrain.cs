using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Duplicates;

/// <summary>Finds open incidents that a caller may be telling of. Stateless; its key is 0.</summary>
[Alias("tocsin.IDuplicatesGrain")]
public interface IDuplicatesGrain : IGrainWithIntegerKey
{
    /// <summary>The likely ones, most likely first, at most 10: JSON of a list of <see cref="DuplicateView"/>.</summary>
    /// <param name="question">What the caller tells.</param>
    /// <param name="reader">The person who asks.</param>
    [Alias("Find")]
    Task<Thing> Find(DuplicateQuestion question, Actor reader);
}
