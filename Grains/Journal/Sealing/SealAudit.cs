using System.Security.Cryptography;
using Tocsin.Secrets;

namespace Tocsin.Journal.Sealing;

/// <summary>Checks the seals against the journal as it stands.</summary>
/// <param name="store">Seals and journal.</param>
/// <param name="keys">The key that is not in the database.</param>
public sealed class SealAudit(ISealStore store, IKeyRing keys)
{
    /// <summary>Reckons every seal anew.</summary>
    /// <returns>
    /// The first seal that is not valid: it, the seal before it, or an event between them was changed; null if all are valid.
    /// </returns>
    public async Task<Seal?> FindBrokenAsync(CancellationToken cancellation = default)
    {
        var key = keys.KeyFor(KeyPurpose.Seal);
        Seal? previous = null;
        await foreach (var seal in store.AllSealsAsync(cancellation))
        {
            var heads = store.HeadsAsync(previous?.Position ?? JournalPosition.Start, seal.Position, cancellation);
            var again = await SealText.MakeAsync(key, seal.Minute, seal.Position, heads, seal.Access, previous, cancellation);
            if (!CryptographicOperations.FixedTimeEquals(again.Hmac, seal.Hmac))
                return seal;
            previous = seal;
        }

        return null;
    }
}
