using Tocsin.Bearers;

namespace Tocsin.Recommending;

/// <summary>Learns from the journal how long units drive; there is one in the whole cluster. Its key is 0.</summary>
[SignedIn, Alias("tocsin.ITravelGrain")]
public interface ITravelGrain : IGrainWithIntegerKey
{
    /// <summary>What it learned last. It begins to learn when it is first asked, and learns anew each 6 h.</summary>
    [Alias("Model")]
    Task<TravelModel> Model();
}
