using Tocsin.Identity;
using Tocsin.Reading;

namespace Tocsin.RunCards;

/// <summary>Reads run cards. Stateless; its key is 0.</summary>
[Alias("tocsin.IRunCardReadingGrain")]
public interface IRunCardReadingGrain : IGrainWithIntegerKey
{
    /// <summary>One, also the default that nobody changed.</summary>
    [Alias("Get")]
    Task<Thing> Get(RunCardId id);

    /// <summary>All, the default included, by id.</summary>
    [Alias("List")]
    Task<ThingPage> List(int limit, string? cursor);
}
