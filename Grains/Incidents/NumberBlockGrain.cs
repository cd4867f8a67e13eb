using Orleans.Providers;

namespace Tocsin.Incidents;

/// <summary>
/// One day's numbers: how many were handed out, in grain storage. Its etag lets no two activations hand out the same block.
/// </summary>
internal sealed class NumberBlockGrain(
    [PersistentState("numberBlock", ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME)]
    IPersistentState<NumberBlocks> taken) : Grain, INumberBlockGrain
{
    /// <inheritdoc/>
    public async Task<int> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 10_000);
        var first = taken.State.Taken + 1;
        taken.State.Taken += count;
        try
        {
            await taken.WriteStateAsync();
        }
        catch
        {
            // What was written is not known: a fresh activation reads it.
            DeactivateOnIdle();
            throw;
        }

        return first;
    }
}
