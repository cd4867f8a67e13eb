namespace Tocsin.Journal.Sealing;

/// <summary>
/// Something beside the journal that the seals cover, such as a table with a chain of its own. Registered in the container; each signed
/// seal carries the digests of all parts, and a seal is made when one of them changes.
/// </summary>
public interface ISealedPart
{
    /// <summary>Its name in the seals: 1 to 32 of a-z, 0-9 and -, beginning with a letter. It never changes.</summary>
    string Name { get; }

    /// <summary>
    /// The digest of all that it has, 32 bytes, such as the newest hash of its chain; null while it has nothing.
    /// </summary>
    /// <exception cref="JournalUnavailableException">
    /// It cannot be read. Then nothing is sealed, and the next second tries again.
    /// </exception>
    ValueTask<byte[]?> DigestAsync(CancellationToken cancellation);
}
