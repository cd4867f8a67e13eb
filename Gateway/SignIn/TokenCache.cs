using System.Collections.Concurrent;
using Tocsin.Settings;

namespace Tocsin.SignIn;

/// <summary>
/// Tokens that were validated within the last minute: a device sends the same one thousands of times, and checking a signature costs more
/// than everything else in the gateway. Bounded in number and age.
/// </summary>
internal sealed class TokenCache(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The token's caller; null when the token must be validated.</summary>
    /// <param name="token">The whole token: only exactly the same text is found.</param>
    /// <param name="scheme">The scheme that validated it.</param>
    public CallerPrincipal? Find(ReadOnlySpan<char> token, string scheme) =>
        _entries.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var entry) && entry.Scheme == scheme
        && time.GetUtcNow() < entry.Until
            ? entry.Principal
            : null;

    /// <summary>The scheme that validated it; null when the token must be validated.</summary>
    public string? SchemeOf(string token) =>
        _entries.TryGetValue(token, out var entry) && time.GetUtcNow() < entry.Until ? entry.Scheme : null;

    /// <summary>Remembers a token that was validated.</summary>
    public void Remember(string token, string scheme, CallerPrincipal principal, DateTimeOffset validTo)
    {
        var until = time.GetUtcNow() + GatewayLimits.RememberedTokenAge;
        if (Interlocked.Increment(ref _count) > GatewayLimits.RememberedTokensMax)
        {
            // Clearing all costs each token one more validation; that is simpler than to track which was used last.
            _entries.Clear();
            Interlocked.Exchange(ref _count, 1);
        }
        _entries[token] = new Entry(scheme, principal, validTo < until ? validTo : until);
    }

    private sealed record Entry(string Scheme, CallerPrincipal Principal, DateTimeOffset Until);
}
