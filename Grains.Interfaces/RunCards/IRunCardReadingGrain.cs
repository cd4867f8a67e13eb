using Tocsin.Bearers;
using Tocsin.Identity;
using Tocsin.Reading;

namespace Tocsin.RunCards;

/// <summary>Reads the run cards of the centre. Stateless; its key is 0.</summary>
[SignedIn, Alias("tocsin.IRunCardReadingGrain")]
public interface IRunCardReadingGrain : IGrainWithIntegerKey
{
    /// <summary>One run card, also the default that nobody changed: JSON of a <see cref="RunCardView"/>.</summary>
    /// <param name="id">The id of the card; refused with <c>notFound</c> when there is none.</param>
    [Alias("Get")]
    Task<Thing> Get(RunCardId id);

    /// <summary>All run cards, the default included, by id.</summary>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    [Alias("List")]
    Task<ThingPage> List(int limit, string? cursor);
}
