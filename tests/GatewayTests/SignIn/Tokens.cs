using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tocsin.Tests.GatewayTests.SignIn;

/// <summary>Makes tokens by hand, good and bad, with no library that would refuse to.</summary>
internal static class Tokens
{
    public static Dictionary<string, object?> Claims(string issuer, string? audience, params (string Name, object? Value)[] claims)
    {
        var all = new Dictionary<string, object?>
        {
            ["iss"] = issuer,
            ["sub"] = "wang",
            ["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(),
        };
        if (audience is not null)
            all["aud"] = audience;
        foreach (var (name, value) in claims)
        {
            if (value is null)
                all.Remove(name);
            else
                all[name] = value;
        }
        return all;
    }

    public static string Make(string algorithm, string? keyId, Dictionary<string, object?> claims, Func<byte[], byte[]> sign)
    {
        var header = new Dictionary<string, object?> { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (keyId is not null)
            header["kid"] = keyId;
        var text = Encode(JsonSerializer.SerializeToUtf8Bytes(header)) + "." + Encode(JsonSerializer.SerializeToUtf8Bytes(claims));
        return text + "." + Encode(sign(Encoding.ASCII.GetBytes(text)));
    }

    /// <summary>A token of that type, with a signature of nobody; null: it names no type.</summary>
    public static string Typed(string? type, Dictionary<string, object?> claims)
    {
        var header = new Dictionary<string, object?> { ["alg"] = "RS256" };
        if (type is not null)
            header["typ"] = type;
        return Encode(JsonSerializer.SerializeToUtf8Bytes(header)) + "." + Encode(JsonSerializer.SerializeToUtf8Bytes(claims)) + "."
            + Encode([1]);
    }

    public static Func<byte[], byte[]> Hmac(byte[] key) => data => HMACSHA256.HashData(key, data);

    public static Func<byte[], byte[]> Rsa(RSA key) => data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
