using System.Security.Cryptography;
using System.Text;
using Tocsin.Access;
using Tocsin.Json;

namespace Tocsin.Recording;

/// <summary>Makes the lines of the access log.</summary>
/// <param name="key">The key of the digests of search words; null: they have none yet, and searches carry no digest.</param>
internal sealed class AccessLines(byte[]? key)
{
    private const int DigestBytes = 16;

    /// <summary>Makes lines before the key is known.</summary>
    public static AccessLines Keyless { get; } = new(null);

    /// <summary>The lines of items that came in one moment; refusals that are alike become one.</summary>
    public IEnumerable<(DateTimeOffset At, string Line, AccessNote Item)> Of(IReadOnlyList<(DateTimeOffset At, AccessNote Item)> items)
    {
        Dictionary<AccessNote, int>? refused = null;
        foreach (var (_, item) in items)
        {
            if (item.Allowed)
                continue;
            refused ??= [];
            refused[item] = refused.GetValueOrDefault(item) + 1;
        }

        foreach (var (at, item) in items)
        {
            var times = 1;
            if (!item.Allowed && !refused!.Remove(item, out times))
                continue;
            yield return (at, Line(at, item, times), item);
        }
    }

    private string Line(DateTimeOffset at, in AccessNote item, int times) => TocsinJson.Write(new AccessItem(
        at,
        item.Subject,
        item.Role,
        item.From,
        item.Thing,
        item.What,
        PersonalFields.NamesOf(item.Fields),
        item.Allowed,
        item.Search is null || key is null ? null : DigestOf(item.Search),
        times));

    // Of the words alone, whatever their case: the same search has the same digest.
    private string DigestOf(string words) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key!, Encoding.UTF8.GetBytes(words.Trim().ToLowerInvariant())).AsSpan(0, DigestBytes));
}
