using System.Security.Cryptography;
using System.Text;

namespace Tocsin.Calling;

/// <summary>The token of the person for whom calls are made.</summary>
/// <param name="token">The token.</param>
internal sealed class Bearer(string token)
{
    private static readonly AsyncLocal<Bearer?> Ambient = new();

    /// <summary>For whom the present request makes its calls; null: for nobody.</summary>
    public static Bearer? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>The token.</summary>
    public string Token => token;

    /// <summary>Its digest, by which silos know it.</summary>
    public string Digest { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
