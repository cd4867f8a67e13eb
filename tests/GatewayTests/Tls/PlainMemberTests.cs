using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Hosting;
using Tocsin.Tests.Support.Certificates;
using Tocsin.Tls;

namespace Tocsin.Tests.GatewayTests.Tls;

/// <summary>A member without TLS stays on loopback, unless it is told by name that it need not.</summary>
public sealed class PlainMemberTests
{
    private static readonly IPAddress Elsewhere = IPAddress.Parse("10.0.0.5");

    [Fact]
    public void Off_loopback_it_needs_tls()
    {
        var refused = Assert.Throws<MisconfigurationException>(() => PlainMember.Allow(new ServiceCollection(), false, null, Elsewhere));
        Assert.StartsWith("Tocsin:Tls:CertificateFile", refused.Message, StringComparison.Ordinal);
        Assert.Contains(PlainMember.Key, refused.Message, StringComparison.Ordinal);
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            var services = new ServiceCollection();
            PlainMember.Allow(services, false, null, address);
            Assert.Empty(services);
        }
    }

    [Fact]
    public void Where_it_is_told_by_name_it_starts_and_warns_each_time()
    {
        var services = new ServiceCollection();
        PlainMember.Allow(services, true, null, Elsewhere);
        Assert.Equal(nameof(PlainWarning), Assert.Single(services).ImplementationType!.Name);
        Assert.True(PlainMember.IsAllowed(Configuration("true")));
        Assert.False(PlainMember.IsAllowed(Configuration("")));
        Assert.Throws<MisconfigurationException>(() => PlainMember.IsAllowed(Configuration("perhaps")));
    }

    [Fact]
    public void With_certificates_it_is_not_told_so_too()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-plain-").FullName;
        using var authority = new TestAuthority(folder, "authority");
        var (certificate, key) = authority.Issue("node");
        var tls = ClusterTls.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Tocsin:Tls:CertificateFile"] = certificate,
                ["Tocsin:Tls:KeyFile"] = key,
                ["Tocsin:Tls:AuthorityFile"] = authority.File,
            })
            .Build());
        PlainMember.Allow(new ServiceCollection(), false, tls, Elsewhere);
        Assert.Throws<MisconfigurationException>(() => PlainMember.Allow(new ServiceCollection(), true, tls, Elsewhere));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_gateway_calls_no_other_machine_without_tls()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var builder = new ConnectionBuilder(services);
        PlainMember.RequireLoopback(builder);
        var connect = builder.Build();
        await connect(new DefaultConnectionContext { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, 30000) });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => connect(new DefaultConnectionContext { RemoteEndPoint = new IPEndPoint(Elsewhere, 30000) }));
        Assert.Contains(PlainMember.Key, refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(string value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [PlainMember.Key] = value }).Build();
}
