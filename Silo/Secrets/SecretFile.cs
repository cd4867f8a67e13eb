using System.Security.Cryptography;
using Tocsin.Hosting;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Secrets;

/// <summary>
/// The deployment's secret in a file of its own that only its owner can read. If it is lost, seals and digests can no longer be checked;
/// nothing else is lost.
/// </summary>
internal static class SecretFile
{
    /// <summary>The file name in the data directory of the embedded mode, where the configuration names no file.</summary>
    public const string EmbeddedName = "secret.key";

    /// <summary>The most bytes that are read of the file.</summary>
    private const int MaxBytes = 4096;

    /// <summary>Reads the file that the configuration names.</summary>
    public static byte[] Read(string path)
    {
        byte[] secret;
        try
        {
            using var file = File.OpenRead(path);
            secret = new byte[Math.Min(file.Length, MaxBytes)];
            file.ReadExactly(secret);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MisconfigurationException($"Tocsin:SecretFile: '{path}' cannot be read: {e.Message}", e);
        }

        return secret.Length >= DerivedKeyRing.MinSecretBytes
            ? secret
            : throw new MisconfigurationException($"Tocsin:SecretFile: '{path}' is shorter than {DerivedKeyRing.MinSecretBytes} bytes.");
    }

    /// <summary>Reads the embedded mode's own file; makes it when there is none.</summary>
    public static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
            OwnerOnly.Write(path, RandomNumberGenerator.GetBytes(DerivedKeyRing.MinSecretBytes));
        return Read(path);
    }
}
