using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;
using Tocsin.Hosting;

namespace Tocsin.Tls;

/// <summary>
/// TLS between silos, and between gateways and silos. Both sides have a certificate of one authority. The keys <c>Tocsin:Tls:*</c> are read
/// and checked once at the start.
/// </summary>
/// <param name="own">The certificate of this process.</param>
/// <param name="authority">The authority that must have issued the others' certificates.</param>
public sealed class ClusterTls(CertificateFiles own, Authority authority)
{
    private const string CertificateKey = "Tocsin:Tls:CertificateFile";
    private const string KeyKey = "Tocsin:Tls:KeyFile";
    private const string AuthorityKey = "Tocsin:Tls:AuthorityFile";

    // Sent in the clear and never checked: OpenSSL needs some name.
    private const string Name = "tocsin";

    /// <summary>Reads <c>Tocsin:Tls:CertificateFile</c>, <c>:KeyFile</c> and <c>:AuthorityFile</c>: all three, or none and null.</summary>
    /// <exception cref="MisconfigurationException">One is missing, or does not fit the others.</exception>
    public static ClusterTls? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var own = CertificateFiles.Read(configuration, CertificateKey, KeyKey);
        var path = configuration[AuthorityKey];
        if (own is null)
        {
            return string.IsNullOrEmpty(path)
                ? null
                : throw new MisconfigurationException(CertificateKey, $"is needed with {AuthorityKey}");
        }

        if (string.IsNullOrEmpty(path))
            throw new MisconfigurationException(AuthorityKey, $"is needed with {CertificateKey}");
        var authority = Authority.Read(AuthorityKey, path);
        return authority.Vouches(own.Current.TargetCertificate)
            ? new ClusterTls(own, authority)
            : throw new MisconfigurationException(
                $"{CertificateKey}: '{own.Path}' is not a certificate of the authority '{path}' for server and client, valid now.");
    }

    /// <summary>Adds the service that reloads the certificate.</summary>
    public void Watch(IServiceCollection services) => services.AddCertificateWatch(own);

    /// <summary>Sets the TLS options of Orleans.</summary>
    public void Apply(TlsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        // Orleans asks for one at the start, and then asks the selectors.
        options.LocalCertificate = Own;
        options.LocalServerCertificateSelector = (_, _) => Own;
        options.LocalClientCertificateSelector = (_, _, _, _, _) => Own;
        options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.RemoteCertificateValidation = (certificate, _, _) => authority.Vouches(certificate);
        options.OnAuthenticateAsClient = (_, client) => client.TargetHost = Name;
    }

    private X509Certificate2 Own => own.Current.TargetCertificate;
}
