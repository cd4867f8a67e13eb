using Tocsin.Journal.Sealing;

namespace Tocsin.Journal.Erasing;

/// <summary>Each seal covers the table of erasures, by the hash of its newest row.</summary>
internal sealed class ErasureSeals(IJournal journal) : ISealedPart
{
    /// <summary>The name of the table in the seals.</summary>
    public const string PartName = "erasures";

    /// <inheritdoc/>
    public string Name => PartName;

    /// <inheritdoc/>
    public ValueTask<byte[]?> DigestAsync(CancellationToken cancellation) => journal.ReadErasureHashAsync(cancellation);
}
