using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Duplicates;

/// <summary>Finds open incidents that a caller may be telling of. Stateless; its key is 0.</summary>
[Alias("tocsin.IDuplicatesGrain")]
public interface IDuplicatesGrain : IGrainWithIntegerKey
{
    /// <summary>The likely ones, most likely first: JSON of a list of <see cref="DuplicateView"/>.</summary>
    [Alias("Find")]
    Task<Thing> Find(DuplicateQuestion question, Actor reader);
}
