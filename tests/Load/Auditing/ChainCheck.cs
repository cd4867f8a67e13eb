using System.Security.Cryptography;
using System.Text;

namespace Tocsin.Tests.Load.Auditing;

/// <summary>Checks a chain with a SHA-256 and nothing else: each hash is that of the one before and the line.</summary>
public static class ChainCheck
{
    /// <summary>What is wrong with <paramref name="trail"/>; nothing, if it is whole.</summary>
    public static IEnumerable<string> Check(Trail trail)
    {
        ArgumentNullException.ThrowIfNull(trail);
        if (trail.Problem is not null)
            yield return $"{trail.Stream}: {trail.Problem}";

        var hash = new byte[SHA256.HashSizeInBytes];
        TrailEvent? before = null;
        foreach (var e in trail.Events)
        {
            if (e.Version != (before?.Version ?? 0) + 1)
                yield return $"{trail.Stream}: version {e.Version} follows {before?.Version ?? 0}";
            hash = SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(e.Line)]);
            if (Convert.ToHexStringLower(hash) != e.Hash)
                yield return $"{trail.Stream}: the chain is broken at version {e.Version}";
            if (before is not null && (e.Position <= before.Position || e.RecordedAt < before.RecordedAt))
                yield return $"{trail.Stream}: version {e.Version} stands before its predecessor";
            if (Encoding.UTF8.GetByteCount(e.Hash) != 2 * SHA256.HashSizeInBytes)
                yield break; // Without its hash nothing after it can be checked.
            before = e;
        }
    }
}
