namespace Tocsin.Journal.Sealing;

/// <summary>A chain of its own beside the journal, which each seal covers as it covers the heads of streams.</summary>
public interface ISealedBeside
{
    /// <summary>Closes what was written since the last seal.</summary>
    /// <returns>The head of the chain, which covers everything before it; null: nothing was ever written.</returns>
    Task<SealedHead?> CloseAsync(CancellationToken cancellation);
}
