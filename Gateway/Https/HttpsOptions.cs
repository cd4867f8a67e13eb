using Tocsin.Hosting;
using Tocsin.Tls;

namespace Tocsin.Https;

/// <summary>HTTPS at the gateway: the keys <c>Tocsin:Https:*</c>, read and checked once at the start.</summary>
/// <param name="Certificate">Its certificate.</param>
/// <param name="HasPlainAddress">Whether it also listens at an http address, which is for health and metrics only.</param>
internal sealed record HttpsOptions(CertificateFiles Certificate, bool HasPlainAddress)
{
    private const string CertificateKey = "Tocsin:Https:CertificateFile";
    private const string KeyKey = "Tocsin:Https:KeyFile";
    private const string Scheme = "https://";

    // Kestrel's own keys may be used instead.
    private const string KestrelsCertificate = "Kestrel:Certificates:Default";
    private const string KestrelsEndpoints = "Kestrel:Endpoints";

    /// <summary>
    /// Reads <c>Tocsin:Https:CertificateFile</c> and <c>:KeyFile</c>; null: plain HTTP, as behind a proxy that terminates TLS.
    /// </summary>
    /// <exception cref="MisconfigurationException">The files are invalid, or the certificate does not fit the addresses.</exception>
    public static HttpsOptions? Read(IConfiguration configuration)
    {
        var certificate = CertificateFiles.Read(configuration, CertificateKey, KeyKey);
        var addresses = (configuration[WebHostDefaults.ServerUrlsKey] ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var secure = addresses.Count(a => a.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase));
        var endpoints = configuration.GetSection(KestrelsEndpoints).Exists();
        if (certificate is null)
        {
            return secure == 0 || endpoints || configuration.GetSection(KestrelsCertificate).Exists()
                ? null
                : throw new MisconfigurationException(CertificateKey, "must name a certificate: --urls has an https address");
        }

        return secure > 0 || endpoints
            ? new HttpsOptions(certificate, secure < addresses.Length)
            : throw new MisconfigurationException(CertificateKey, "is set, but --urls has no https address");
    }
}
