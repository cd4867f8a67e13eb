using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tocsin.Hosting;

namespace Tocsin.Tls;

/// <summary>
/// The certificate authority of the cluster's members. Those that the machine trusts do not count. Names are not checked, as members are
/// found by address; so the authority must be this cluster's own.
/// </summary>
public sealed class Authority
{
    // Each member is a server and a client.
    private static readonly Oid[] Uses = [new("1.3.6.1.5.5.7.3.1", "server"), new("1.3.6.1.5.5.7.3.2", "client")];

    private readonly X509Certificate2Collection _roots = [];
    private readonly X509Certificate2Collection _others = [];

    private Authority(X509Certificate2Collection certificates)
    {
        foreach (var certificate in certificates)
            (certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData) ? _roots : _others).Add(certificate);
    }

    /// <summary>Reads the PEM file that a configuration key names.</summary>
    /// <exception cref="MisconfigurationException">The file cannot be read, or holds no root certificate.</exception>
    public static Authority Read(string key, string path)
    {
        var authority = new Authority(PemFile.Certificates(key, path));
        return authority._roots.Count > 0
            ? authority
            : throw new MisconfigurationException($"{key}: '{path}' has no authority's own certificate in it.");
    }

    /// <summary>Whether a certificate is issued by this authority, valid now, and meant for both ends of a connection.</summary>
    public bool Vouches(X509Certificate2? certificate)
    {
        if (certificate is null)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots);
        chain.ChainPolicy.ExtraStore.AddRange(_others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        foreach (var use in Uses)
            chain.ChainPolicy.ApplicationPolicy.Add(use);
        return chain.Build(certificate);
    }
}
