using Microsoft.IdentityModel.Protocols;

namespace Tocsin.Bearers;

/// <summary>Gets the provider's documents by HTTP, and remembers what it got last, to be kept.</summary>
internal sealed class ProviderDocuments(HttpClient http, bool requireHttps) : IDocumentRetriever
{
    private readonly Dictionary<string, string> _read = new(StringComparer.Ordinal);

    /// <summary>The documents that were got, by address.</summary>
    public IReadOnlyDictionary<string, string> Read => _read;

    /// <summary>The client: it waits, and reads, no more than the limits say.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler
    {
        ConnectTimeout = ProviderKeyLimits.Timeout,
        // A provider that moved is found at its new address.
        PooledConnectionLifetime = ProviderKeyLimits.Age,
    })
    {
        Timeout = ProviderKeyLimits.Timeout,
        MaxResponseContentBufferSize = ProviderKeyLimits.DocumentBytesMax,
    };

    /// <inheritdoc/>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        var retriever = new HttpDocumentRetriever(http) { RequireHttps = requireHttps };
        return _read[address] = await retriever.GetDocumentAsync(address, cancel);
    }

    /// <summary>Answers with documents that were kept.</summary>
    internal sealed class Kept(IReadOnlyDictionary<string, string> documents) : IDocumentRetriever
    {
        /// <inheritdoc/>
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => documents.TryGetValue(address, out var text)
            ? Task.FromResult(text)
            : Task.FromException<string>(new IOException("The document was not kept."));
    }
}
