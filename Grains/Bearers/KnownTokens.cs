using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Tocsin.Bearers;

/// <summary>The tokens that this silo has judged and found good, by their digests, until they end. Bounded in number.</summary>
/// <param name="time">The clock.</param>
internal sealed class KnownTokens(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The digest of a token: SHA-256 of its text, in Base64.</summary>
    public static string DigestOf(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>What the token of this digest says; null: it is not known here, or has ended.</summary>
    public TokenClaims? Find(string digest)
    {
        if (!_known.TryGetValue(digest, out var known))
            return null;
        if (time.GetUtcNow() < known.Until)
            return known.Claims;
        if (_known.TryRemove(digest, out _))
            Interlocked.Decrement(ref _count);
        return null;
    }

    /// <summary>Remembers a good one.</summary>
    public void Remember(string digest, TokenClaims claims, DateTimeOffset until)
    {
        if (!_known.TryAdd(digest, new Known(claims, until)))
            return;
        if (Interlocked.Increment(ref _count) <= BearerLimits.KnownTokensMax)
            return;
        _known.Clear();
        Interlocked.Exchange(ref _count, 0);
    }

    private sealed record Known(TokenClaims Claims, DateTimeOffset Until);
}
