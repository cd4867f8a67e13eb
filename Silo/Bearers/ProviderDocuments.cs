using Microsoft.IdentityModel.Protocols;

namespace Tocsin.Bearers;

/// <summary>Gets the provider's documents by HTTP, and remembers what it got, to be kept.</summary>
/// <param name="http">The client.</param>
/// <param name="requireHttps">Whether an address must be one of https.</param>
internal sealed class ProviderDocuments(HttpClient http, bool requireHttps) : IDocumentRetriever
{
    private readonly Dictionary<string, string> _got = new(StringComparer.Ordinal);

    /// <summary>The documents that were got, by address.</summary>
    public IReadOnlyDictionary<string, string> Got => _got;

    /// <inheritdoc/>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        var retriever = new HttpDocumentRetriever(http) { RequireHttps = requireHttps };
        return _got[address] = await retriever.GetDocumentAsync(address, cancel);
    }

    /// <summary>Answers with documents that were kept.</summary>
    /// <param name="documents">The documents, by address.</param>
    internal sealed class Kept(IReadOnlyDictionary<string, string> documents) : IDocumentRetriever
    {
        /// <inheritdoc/>
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => documents.TryGetValue(address, out var text)
            ? Task.FromResult(text)
            : Task.FromException<string>(new IOException("The document was not kept."));
    }
}
