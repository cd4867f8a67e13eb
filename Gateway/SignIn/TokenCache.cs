using System.Collections.Concurrent;
using Tocsin.Limits;

namespace Tocsin.SignIn;

/// <summary>
/// Tokens that were found valid a moment ago: a device sends the same one thousands of times, and a signature costs more than everything
/// else at the edge. Bounded in number and age.
/// </summary>
internal sealed class TokenCache(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The token's caller; null when it must be looked at.</summary>
    /// <param name="token">The whole token: only the very same text is believed.</param>
    /// <param name="scheme">Which kind of token it was found to be.</param>
    public CallerPrincipal? Find(string token, string scheme) =>
        _entries.TryGetValue(token, out var entry) && entry.Scheme == scheme && time.GetUtcNow() < entry.Until ? entry.Principal : null;

    /// <summary>Which kind of token it is; null when it must be looked at.</summary>
    public string? SchemeOf(string token) => _entries.TryGetValue(token, out var entry) && time.GetUtcNow() < entry.Until ? entry.Scheme : null;

    /// <summary>Remembers a token that was found valid.</summary>
    public void Remember(string token, string scheme, CallerPrincipal principal, DateTimeOffset validTo)
    {
        var until = time.GetUtcNow() + EdgeLimits.RememberedTokenAge;
        if (Interlocked.Increment(ref _count) > EdgeLimits.RememberedTokensMax)
        {
            // Forgetting them all costs each a signature once; it is simpler than to know which was used last.
            _entries.Clear();
            Interlocked.Exchange(ref _count, 1);
        }
        _entries[token] = new Entry(scheme, principal, validTo < until ? validTo : until);
    }

    private sealed record Entry(string Scheme, CallerPrincipal Principal, DateTimeOffset Until);
}
