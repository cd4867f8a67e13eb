using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Tocsin.Tests.Provider;

/// <summary>The provider's keys, made at its first start.</summary>
internal static class KeptKeys
{
    /// <summary>The key that signs tokens.</summary>
    public static RsaSecurityKey Signing(string folder)
    {
        var file = Path.Combine(folder, "signing.pem");
        var rsa = RSA.Create(2048);
        if (File.Exists(file))
            rsa.ImportFromPem(File.ReadAllText(file));
        else
            File.WriteAllText(file, rsa.ExportPkcs8PrivateKeyPem());
        return new RsaSecurityKey(rsa);
    }

    /// <summary>The key that encrypts codes and refresh tokens.</summary>
    public static SymmetricSecurityKey Encryption(string folder)
    {
        var file = Path.Combine(folder, "encryption.key");
        if (!File.Exists(file))
            File.WriteAllBytes(file, RandomNumberGenerator.GetBytes(32));
        return new SymmetricSecurityKey(File.ReadAllBytes(file));
    }
}
