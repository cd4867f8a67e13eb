using Tocsin.Identity;
using Tocsin.Reading;

namespace Tocsin.Policies;

/// <summary>Reads timing policies and which is chosen. Stateless; its key is 0.</summary>
[Alias("tocsin.IPolicyReadingGrain")]
public interface IPolicyReadingGrain : IGrainWithIntegerKey
{
    /// <summary>One, also a preset that nobody changed.</summary>
    [Alias("Get")]
    Task<Thing> Get(PolicyId name);

    /// <summary>All, presets included, by name.</summary>
    [Alias("List")]
    Task<ThingPage> List(int limit, string? cursor);

    /// <summary>The chosen one's name.</summary>
    [Alias("Chosen")]
    Task<Thing> Chosen();
}
