namespace Tocsin.Journal.Sealing;

/// <summary>Where seals are kept, and what they are made of. All members may throw <see cref="JournalUnavailableException"/>.</summary>
public interface ISealStore
{
    /// <summary>The newest seal, or null.</summary>
    ValueTask<Seal?> LastSealAsync(CancellationToken cancellation);

    /// <summary>The newest signed seal, or null.</summary>
    ValueTask<Seal?> LastSignedAsync(CancellationToken cancellation);

    /// <summary>All seals after a time (null: all), oldest first.</summary>
    IAsyncEnumerable<Seal> SealsAsync(DateTimeOffset? after, CancellationToken cancellation);

    /// <summary>
    /// For each stream with an event in (<paramref name="after"/>, <paramref name="upTo"/>] the last of them; by name, ordinal.
    /// </summary>
    IAsyncEnumerable<SealedHead> HeadsAsync(JournalPosition after, JournalPosition upTo, CancellationToken cancellation);

    /// <summary>Writes a seal behind the one that it was made behind. False when somebody else has written one in between.</summary>
    ValueTask<bool> TryAddSealAsync(Seal seal, Seal? previous, CancellationToken cancellation);
}
