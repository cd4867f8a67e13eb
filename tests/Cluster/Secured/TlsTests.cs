using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Npgsql;
using Tocsin.Tests.Support.Certificates;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Cluster.Secured;

/// <summary>TLS everywhere: what has no certificate of the cluster's authority is outside.</summary>
[Collection(SecuredServers.Name)]
public sealed class TlsTests(SecuredCluster cluster)
{
    private static readonly TimeSpan Refused = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_goes_through_over_https_and_the_browser_is_told_to_stay_there()
    {
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = cluster.Authority.Trust() } })
        {
            BaseAddress = cluster.Secure,
        };
        await Desk.SignInAsync(http);
        using var made = await Desk.CreateAsync(http, null);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/live") { Headers = { Host = "dispatch.example" } };
        using var answer = await http.SendAsync(request, Cancellation);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/metrics", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_plain_address_has_health_and_metrics_and_takes_no_token()
    {
        using var http = new HttpClient { BaseAddress = cluster.Gateway.Url };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz/ready", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/metrics", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/api/v1/incidents", Cancellation)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await DevSignIn.AskAsync(http, new { subject = "x", role = "admin" }, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_silo_speaks_to_whoever_has_a_certificate_of_its_authority_and_to_nobody_else()
    {
        Assert.True(await IsHeardAsync(cluster.Authority));
        Assert.False(await IsHeardAsync(cluster.Stranger));
        Assert.False(await IsHeardAsync(null));
    }

    [Fact]
    public async Task A_gateway_of_another_authority_finds_no_silo()
    {
        var gateway = cluster.NewGateway(cluster.Stranger, "strange-gateway");
        gateway.Start();
        using var http = new HttpClient { BaseAddress = gateway.Url };
        var lives = false;
        var waited = Stopwatch.StartNew();
        while (!lives || waited.Elapsed < Refused)
        {
            try
            {
                using var answer = await http.GetAsync("/healthz/ready", Cancellation);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                if (!lives)
                    waited.Restart();
                lives = true;
            }
            catch (HttpRequestException) when (!lives && !gateway.HasExited)
            {
                // Not yet.
            }

            await Task.Delay(100, Cancellation);
        }
    }

    [Fact]
    public async Task The_database_takes_nobody_without_tls_and_is_not_taken_for_another()
    {
        var plain = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("tocsin"))
        {
            SslMode = SslMode.Disable,
            RootCertificate = null,
            Pooling = false,
        };
        Assert.Equal(
            PostgresErrorCodes.InvalidAuthorizationSpecification,
            (await Assert.ThrowsAsync<PostgresException>(() => OpenAsync(plain))).SqlState);
        var other = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("tocsin"))
        {
            RootCertificate = cluster.Stranger.File,
            Pooling = false,
        };
        Assert.IsType<AuthenticationException>((await Assert.ThrowsAsync<NpgsqlException>(() => OpenAsync(other))).InnerException);
    }

    private static async Task OpenAsync(NpgsqlConnectionStringBuilder builder)
    {
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(Cancellation);
    }

    /// <summary>Whether the silo begins to speak: it greets whoever it lets in.</summary>
    private async Task<bool> IsHeardAsync(TestAuthority? authority)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, cluster.SiloPort, Cancellation);
        await using var stream = new SslStream(tcp.GetStream());
        var options = new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = cluster.Authority.Trust() };
        if (authority?.Issue("visitor") is { } files)
        {
            using var pem = X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);
            options.ClientCertificates = [X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null)];
        }

        try
        {
            // With TLS 1.3 the client is done before it is judged: only what comes afterwards tells.
            await stream.AuthenticateAsClientAsync(options, Cancellation);
            return await stream.ReadAsync(new byte[1], Cancellation).AsTask().WaitAsync(Until.Cap, Cancellation) > 0;
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            return false;
        }
    }
}
