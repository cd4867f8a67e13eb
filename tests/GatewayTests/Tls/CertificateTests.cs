using Microsoft.Extensions.Configuration;
using Tocsin.Hosting;
using Tocsin.Tests.Support.Certificates;
using Tocsin.Tls;

namespace Tocsin.Tests.GatewayTests.Tls;

/// <summary>Certificates in files: read, renewed, and refused with one line that names the key.</summary>
public sealed class CertificateTests : IDisposable
{
    private const string CertificateKey = "Tocsin:Tls:CertificateFile";
    private const string KeyKey = "Tocsin:Tls:KeyFile";
    private const string AuthorityKey = "Tocsin:Tls:AuthorityFile";
    private readonly string _folder = Directory.CreateTempSubdirectory("tocsin-certificates-").FullName;
    private readonly TestAuthority _authority;
    private readonly TestAuthority _stranger;

    public CertificateTests() =>
        (_authority, _stranger) = (new TestAuthority(_folder, "authority"), new TestAuthority(_folder, "stranger"));

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_renewed_certificate_is_taken_and_one_that_is_half_there_is_not()
    {
        var files = _authority.Issue("node");
        var certificate = CertificateFiles.Read(Configuration(files), CertificateKey, KeyKey)!;
        var first = certificate.Current.TargetCertificate.SerialNumber;
        Assert.False(certificate.Renew());

        // The new certificate is there, its key not yet.
        var key = File.ReadAllText(files.Key);
        _authority.Issue("node");
        var newKey = File.ReadAllText(files.Key);
        Put(files.Key, key);
        Assert.StartsWith(KeyKey, Assert.Throws<MisconfigurationException>(() => certificate.Renew()).Message, StringComparison.Ordinal);
        Assert.Equal(first, certificate.Current.TargetCertificate.SerialNumber);

        Put(files.Key, newKey);
        Assert.True(certificate.Renew());
        Assert.NotEqual(first, certificate.Current.TargetCertificate.SerialNumber);
        Assert.True(certificate.Current.TargetCertificate.HasPrivateKey);
        Assert.False(certificate.Renew());
    }

    [Fact]
    public void Without_keys_there_is_no_tls_and_with_all_three_there_is()
    {
        Assert.Null(ClusterTls.Read(Configuration()));
        Assert.NotNull(ClusterTls.Read(Configuration(_authority.Issue("node"), (AuthorityKey, _authority.File))));
    }

    [Fact]
    public void An_authority_vouches_for_its_own_and_for_nobody_else()
    {
        var authority = Authority.Read(AuthorityKey, _authority.File);
        Assert.True(authority.Vouches(Issued(_authority)));
        Assert.False(authority.Vouches(Issued(_stranger)));
        Assert.False(authority.Vouches(null));
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_one_line_that_names_the_key()
    {
        var (certificate, key) = _authority.Issue("node");
        var other = _authority.Issue("other");
        var empty = Path.Combine(_folder, "empty.crt");
        File.WriteAllText(empty, "");
        (string Key, string Path)[] full = [(CertificateKey, certificate), (KeyKey, key), (AuthorityKey, _authority.File)];
        Refused(CertificateKey, [full[1], full[2]]);
        Refused(KeyKey, [full[0], full[2]]);
        Refused(AuthorityKey, [full[0], full[1]]);
        Refused(CertificateKey, [full[2]]);
        Refused(CertificateKey, [(CertificateKey, "/nowhere"), full[1], full[2]]);
        Refused(CertificateKey, [(CertificateKey, empty), full[1], full[2]]);
        Refused(KeyKey, [full[0], (KeyKey, other.Key), full[2]]);
        Refused(AuthorityKey, [full[0], full[1], (AuthorityKey, certificate)]);
        // A certificate of one authority, and the others are to be of another.
        Refused(CertificateKey, [full[0], full[1], (AuthorityKey, _stranger.File)]);
    }

    private static void Refused(string key, (string, string)[] settings)
    {
        var line = Assert.Throws<MisconfigurationException>(() => ClusterTls.Read(Configuration(settings))).Message;
        Assert.StartsWith(key, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    private static System.Security.Cryptography.X509Certificates.X509Certificate2 Issued(TestAuthority by) =>
        CertificateFiles.Read(Configuration(by.Issue("peer")), CertificateKey, KeyKey)!.Current.TargetCertificate;

    // Files that are written within one tick of the clock have the same time.
    private static void Put(string path, string text)
    {
        var before = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, before + TimeSpan.FromSeconds(1));
    }

    private static IConfiguration Configuration((string Certificate, string Key) files, params (string, string)[] more) =>
        Configuration([(CertificateKey, files.Certificate), (KeyKey, files.Key), .. more]);

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
