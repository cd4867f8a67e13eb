using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>Recommends units for an incident. Stateless; its key is 0.</summary>
[Alias("tocsin.IRecommendingGrain")]
public interface IRecommendingGrain : IGrainWithIntegerKey
{
    /// <summary>The free units worth sending, best first.</summary>
    /// <param name="incident">The incident; without coordinates it is refused, <see cref="RefusalCode.LocationUnknown"/>.</param>
    /// <param name="count">1 to 50.</param>
    /// <param name="reader">Who asks.</param>
    [Alias("Recommend")]
    Task<Recommendations> Recommend(IncidentId incident, int count, Actor reader);
}
