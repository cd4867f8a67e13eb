using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tocsin.Hosting;

namespace Tocsin.Tls;

/// <summary>
/// A certificate, followed by those that lead to its authority, and its key, in two PEM files. To renew it, replace the files: new
/// connections use them, and nothing is restarted.
/// </summary>
public sealed class CertificateFiles
{
    private readonly (string Key, string Path) _certificate;
    private readonly (string Key, string Path) _key;
    private (DateTime Certificate, DateTime Key) _seen;
    private volatile SslStreamCertificateContext _current;

    private CertificateFiles((string Key, string Path) certificate, (string Key, string Path) key)
    {
        (_certificate, _key) = (certificate, key);
        _seen = Written();
        _current = Load();
    }

    /// <summary>The certificate that new connections use.</summary>
    public SslStreamCertificateContext Current => _current;

    /// <summary>The path of the certificate's file.</summary>
    public string Path => _certificate.Path;

    /// <summary>Reads the files that two keys name; null when neither is set.</summary>
    /// <exception cref="MisconfigurationException">
    /// One is missing, a file cannot be read, or they do not belong together; the message names the key.
    /// </exception>
    public static CertificateFiles? Read(IConfiguration configuration, string certificateKey, string keyKey)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (configuration[certificateKey], configuration[keyKey]) switch
        {
            (null or "", null or "") => null,
            ({ Length: > 0 } certificate, { Length: > 0 } key) => new CertificateFiles((certificateKey, certificate), (keyKey, key)),
            (null or "", _) => throw new MisconfigurationException(certificateKey, $"is needed with {keyKey}"),
            _ => throw new MisconfigurationException(keyKey, $"is needed with {certificateKey}"),
        };
    }

    /// <summary>Loads the files again if they have changed.</summary>
    /// <returns>Whether there is another certificate now.</returns>
    /// <exception cref="MisconfigurationException">
    /// The files have changed and cannot be used, perhaps because they are half written. The previous certificate stays in use.
    /// </exception>
    public bool Renew()
    {
        var written = Written();
        if (written == _seen)
            return false;
        _current = Load();
        _seen = written;
        return true;
    }

    private (DateTime Certificate, DateTime Key) Written() =>
        (File.GetLastWriteTimeUtc(_certificate.Path), File.GetLastWriteTimeUtc(_key.Path));

    private SslStreamCertificateContext Load()
    {
        var chain = PemFile.Certificates(_certificate.Key, _certificate.Path);
        var key = PemFile.Text(_key.Key, _key.Path);
        try
        {
            using var bound = X509Certificate2.CreateFromPem(chain[0].ExportCertificatePem(), key);
            // Through PKCS 12 once more: not every platform can use a key that exists in memory only.
            var own = X509CertificateLoader.LoadPkcs12(bound.Export(X509ContentType.Pkcs12), null);
            return SslStreamCertificateContext.Create(own, [.. chain.Skip(1)], offline: true);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new MisconfigurationException(
                $"{_key.Key}: '{_key.Path}' is not the unencrypted key of the certificate '{_certificate.Path}'.", e);
        }
    }
}
