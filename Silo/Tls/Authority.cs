using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tocsin.Hosting;

namespace Tocsin.Tls;

/// <summary>
/// The authority whose certificates make a member of the cluster, and no other: those that the machine trusts count for nothing here. Names are not looked at, as members are found
/// by address; so it is an authority of this cluster's own.
/// </summary>
public sealed class Authority
{
    // Each member is called, and calls.
    private static readonly Oid[] Uses = [new("1.3.6.1.5.5.7.3.1", "server"), new("1.3.6.1.5.5.7.3.2", "client")];

    private readonly X509Certificate2Collection _roots = [];
    private readonly X509Certificate2Collection _others = [];

    private Authority(X509Certificate2Collection certificates)
    {
        foreach (var certificate in certificates)
            (certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData) ? _roots : _others).Add(certificate);
    }

    /// <summary>Reads the file that a key names.</summary>
    /// <exception cref="MisconfigurationException">It cannot be read, or holds no authority.</exception>
    public static Authority Read(string key, string path)
    {
        var authority = new Authority(PemFile.Certificates(key, path));
        return authority._roots.Count > 0 ? authority : throw new MisconfigurationException($"{key}: '{path}' has no authority's own certificate in it.");
    }

    /// <summary>Whether a certificate is of this authority, valid now, and meant for both ends of a connection.</summary>
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
