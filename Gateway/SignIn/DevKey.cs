using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Tocsin.Secrets;

namespace Tocsin.SignIn;

/// <summary>
/// The key of development sign-in: without it there is no <c>POST /dev/token</c>. To be on the machine is not enough, since a proxy there
/// makes everybody look so.
/// </summary>
/// <param name="text">The key.</param>
/// <param name="file">The file that it was read from.</param>
internal sealed class DevKey(string text, string file)
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "Tocsin-Dev-Key";

    private readonly byte[] _digest = DigestOf(text);

    /// <summary>The file that it was read from.</summary>
    public string File => file;

    /// <summary>Whether a header is the key. Takes equally long for any wrong key.</summary>
    public bool Is(StringValues given) =>
        given is [{ Length: <= DevKeyFile.MaxLength } word] && CryptographicOperations.FixedTimeEquals(DigestOf(word), _digest);

    /// <summary>The address that signs a browser in. The browser sends what follows <c>#</c> to nobody.</summary>
    /// <param name="gateway">The address of the gateway, without a path.</param>
    public string AddressOf(string gateway) => $"{gateway}/#key={Uri.EscapeDataString(text)}";

    // Never the key: whatever is logged with this object says nothing.
    /// <inheritdoc/>
    public override string ToString() => "the key in " + file;

    private static byte[] DigestOf(string word) => SHA256.HashData(Encoding.UTF8.GetBytes(word));
}
