using Tocsin.Bearers;
using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.Access;

/// <summary>
/// The access log, for gateways, which have no database. Stateless; its key is 0. Throws <c>JournalUnavailableException</c> while the table
/// cannot be used.
/// </summary>
[Alias("tocsin.IAccessGrain")]
public interface IAccessGrain : IGrainWithIntegerKey
{
    /// <summary>Writes what is not written yet; after the answer it is there for every reader.</summary>
    /// <param name="batch">Items of one source.</param>
    /// <returns>The number of the source's last item that is written.</returns>
    [ForGateways, Alias("Append")]
    Task<long> Append(AccessBatch batch);

    /// <summary>A page of the log, newest first; the items are lines of the table.</summary>
    /// <param name="filter">Whose reads, of what thing, and of which time.</param>
    [SignedIn(Roles.Auditor), Alias("List")]
    Task<ThingPage> List(AccessFilter filter);

    /// <summary>The 32-byte HMAC-SHA256 key of the digests of search words: the same on every gateway.</summary>
    [ForGateways, Alias("DigestKey")]
    Task<byte[]> DigestKey();
}
