using Tocsin.Journal;
using Tocsin.Journal.Sealing;
using Tocsin.Secrets;

namespace Tocsin.Tests.Rules.Sealing;

/// <summary>
/// Three seals whose lines were computed by another program (Python's hashlib and cryptography), with one key of 32 bytes 7 for everything:
/// one by HMAC, a signed one behind it, a signed one with parts.
/// </summary>
internal static class SealRecipe
{
    public const string PublicLine = "MCowBQYDK2VwAyEA6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=";

    public const string PublicPem = $"-----BEGIN PUBLIC KEY-----\n{PublicLine}\n-----END PUBLIC KEY-----\n";

    public const string First = "tocsin-seal-1 2026-05-04T12:00:00.000Z 3 2 "
        + "430eec1ffa932f34c9c9b6ce09428aca5b7e04ea94395249efe61eac0e0c3b95 "
        + "d574563653c0abb9c3a3435563d1e07cf9598281da7d207b1434acd776f071f4";

    public const string Second = "tocsin-seal-2 2026-05-04T12:00:01.000Z 4 1 "
        + "430eec1ffa932f34c9c9b6ce09428aca5b7e04ea94395249efe61eac0e0c3b95 "
        + "4606821b72ec8e457403601b5b202d7afa87f828a515e8feb0ed20b58c585320 "
        + "93e3bc5b23823ba4a5d28206cbb2252a5dcbae8ecfedb3f83faf6d365a1bf0b3"
        + "9744d0d72ba8b8e9c8357c2d20959e07b3a4b5f5254436d2b773d60770bdf101";

    public const string Third = "tocsin-seal-2 2026-05-04T12:00:02.000Z 4 0 "
        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 "
        + "15af64613550d2bee3825311eefb51c6bae7e328131cfc488358c80c644e6648 "
        + "access=0303030303030303030303030303030303030303030303030303030303030303 "
        + "zones=0404040404040404040404040404040404040404040404040404040404040404 "
        + "bd64110a1a52104f8789198f36e427c1c4e3dd33dea4f62b63880b8c963b01dc"
        + "06b6d4039f24941b2da26990414ac83695cd6d29da87c4525f1cc7d57137d20c";

    public const string HashAfterThird = "59bb935772c640bd762f04046f0bd489d491cef28939b05916af65b4261c49ff";

    public static DateTimeOffset Noon { get; } = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The three, made by this program.</summary>
    public static IReadOnlyList<Seal> Make(byte key = 7)
    {
        using var signer = new SealSigner(new OneKey(key));
        var heads = SealText.Digest(
        [
            new SealedHead("call/a", 1, Filled(1)),
            new SealedHead("incident/b", 258, Filled(2)),
        ]);
        var first = signer.Mac(new Seal(Noon, new JournalPosition(3), 2, heads, []), previous: null);
        var hash = SealText.Hash(SealText.FirstHash, first);
        var second = signer.Sign(new Seal(Noon.AddSeconds(1), new JournalPosition(4), 1, heads, []) { Previous = hash });
        var third = signer.Sign(new Seal(Noon.AddSeconds(2), new JournalPosition(4), 0, SealText.Digest([]), [])
        {
            Previous = SealText.Hash(hash, second),
            Parts = SealParts.Write([new("zones", Filled(4)), new("access", Filled(3))]),
        });
        return [first, second, third];
    }

    public static byte[] Filled(byte value) => [.. Enumerable.Repeat(value, 32)];

    public sealed class OneKey(byte value) : IKeyRing
    {
        public byte[] KeyFor(string purpose) => Filled(value);
    }
}
