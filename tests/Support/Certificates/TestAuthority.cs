using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tocsin.Tests.Support.Certificates;

/// <summary>
/// An authority of one's own, made now and valid for a day: its certificates are for loopback and <c>dispatch.example</c>, for both ends of
/// a connection.
/// </summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(1);
    private readonly X509Certificate2 _own;
    private readonly string _folder;

    /// <summary>Makes it.</summary>
    /// <param name="folder">Where its files go.</param>
    /// <param name="name">What it is called.</param>
    public TestAuthority(string folder, string name)
    {
        _folder = folder;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        var now = DateTimeOffset.UtcNow;
        _own = request.CreateSelfSigned(now - Validity, now + Validity);
        File = Path.Combine(folder, name + ".crt");
        System.IO.File.WriteAllText(File, _own.ExportCertificatePem());
    }

    /// <summary>Its own certificate, for whoever trusts it.</summary>
    public string File { get; }

    /// <summary>A policy that trusts it and nobody else.</summary>
    public X509ChainPolicy Trust() =>
        new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { _own }, RevocationMode = X509RevocationMode.NoCheck };

    /// <summary>Issues a certificate and its key, in two files; those of the same name are replaced.</summary>
    public (string Certificate, string Key) Issue(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        names.AddDnsName("dispatch.example");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], critical: false));
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.Create(_own, now - (Validity / 2), now + (Validity / 2), RandomNumberGenerator.GetBytes(16));
        var files = (Certificate: Path.Combine(_folder, name + ".crt"), Key: Path.Combine(_folder, name + ".key"));
        System.IO.File.WriteAllText(files.Key, key.ExportPkcs8PrivateKeyPem());
        System.IO.File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        return files;
    }

    /// <inheritdoc/>
    public void Dispose() => _own.Dispose();
}
