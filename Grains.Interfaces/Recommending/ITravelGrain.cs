namespace Tocsin.Recommending;

/// <summary>Learns from the journal how long units drive: one for the whole cluster. Its key is 0.</summary>
[Alias("tocsin.ITravelGrain")]
public interface ITravelGrain : IGrainWithIntegerKey
{
    /// <summary>What it learned last; it begins to learn when it is first asked, and again from time to time.</summary>
    [Alias("Model")]
    Task<TravelModel> Model();
}
