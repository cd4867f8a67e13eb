using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tocsin.Hosting;

namespace Tocsin.Tls;

/// <summary>PEM files that configuration keys name; a fault is reported in one line that names the key.</summary>
internal static class PemFile
{
    /// <summary>The certificates of a file: at least one.</summary>
    public static X509Certificate2Collection Certificates(string key, string path)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(Text(key, path));
        }
        catch (CryptographicException e)
        {
            throw new MisconfigurationException($"{key}: '{path}' has a certificate that cannot be read.", e);
        }

        return certificates.Count > 0 ? certificates : throw new MisconfigurationException($"{key}: '{path}' has no certificate in PEM.");
    }

    /// <summary>The whole text of a file.</summary>
    public static string Text(string key, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MisconfigurationException($"{key}: '{path}' cannot be read: {e.Message}", e);
        }
    }
}
