using Npgsql;
using Tocsin.Tests.Support.Certificates;
using Tocsin.Tests.Support.Postgres;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster.Secured;

/// <summary>
/// Two silos and a gateway as a careful operator runs them: TLS on every way, the database by TLS only, the accounts of
/// <c>ops/postgres/roles.sql</c>, the schema made by <c>migrate</c> and by nobody else.
/// </summary>
public sealed class SecuredCluster : IAsyncLifetime
{
    private const string Database = "tocsin";
    private readonly string _folder = Directory.CreateTempSubdirectory("tocsin-tls-").FullName;
    private readonly List<ServerProcess> _processes = [];

    /// <summary>The cluster's own authority.</summary>
    public TestAuthority Authority { get; private set; } = null!;

    /// <summary>Another one, whom nobody trusts.</summary>
    public TestAuthority Stranger { get; private set; } = null!;

    /// <summary>The database server.</summary>
    public PostgresServer Postgres { get; private set; } = null!;

    /// <summary>What <c>migrate</c> said.</summary>
    public string Migrated { get; private set; } = "";

    /// <summary>The gateway, at its plain address.</summary>
    public ServerProcess Gateway { get; private set; } = null!;

    /// <summary>The gateway's HTTPS.</summary>
    public Uri Secure { get; private set; } = null!;

    /// <summary>The port at which the first silo is reached by others.</summary>
    public int SiloPort { get; } = FreePorts.Next();

    public async ValueTask InitializeAsync()
    {
        // PostgreSQL is another user, who comes here for its certificate.
        await PostgresServer.RunAsync("chmod", "755", _folder);
        (Authority, Stranger) = (new TestAuthority(_folder, "authority"), new TestAuthority(_folder, "stranger"));
        await StartDatabaseAsync();
        await using (var migrate = ToolRun.Silo(
            "migrate", "--Tocsin:Mode", "Cluster",
            "--ConnectionStrings:Tocsin", ConnectionString("tocsin"),
            "--ConnectionStrings:TocsinMigrations", ConnectionString("tocsin_owner")))
        {
            (var exit, Migrated) = await migrate.EndAsync();
            Assert.True(exit == 0, Migrated);
        }

        var silos = new[] { Silo(SiloPort), Silo(FreePorts.Next()) };
        foreach (var silo in silos)
            silo.Start();
        await Task.WhenAll(silos.Select(s => s.ReadyAsync()));
        Secure = new Uri($"https://127.0.0.1:{FreePorts.Next()}");
        var files = Authority.Issue("https");
        Gateway = NewGateway(
            Authority, "gateway", "--Tocsin:Https:CertificateFile", files.Certificate, "--Tocsin:Https:KeyFile", files.Key);
        Gateway.Start();
        await Gateway.ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.AsEnumerable().Reverse())
            await process.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (Postgres is not null)
            await Postgres.DisposeAsync();
        Authority.Dispose();
        Stranger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>How an account reaches the database.</summary>
    public string ConnectionString(string account, string database = Database) =>
        new NpgsqlConnectionStringBuilder(Postgres.ConnectionString(database))
        {
            Username = account,
            SslMode = SslMode.VerifyFull,
            RootCertificate = Authority.File,
        }.ConnectionString;

    /// <summary>Asks as an account.</summary>
    public async Task<object?> AskAsync(string account, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(account) + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A gateway whose certificate is of an authority; not started yet, and ended with the cluster.</summary>
    public ServerProcess NewGateway(TestAuthority authority, string name, params string[] more)
    {
        var plain = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        string[] urls = more.Length == 0 ? [] : ["--urls", $"{plain};{Secure}"];
        return Kept(new ServerProcess(
            Checkout.Gateway, plain, ["--Tocsin:Mode", "Cluster", "--Tocsin:DevTokens", "true", .. Tls(authority, name), .. urls, .. more],
            new Dictionary<string, string> { ["ConnectionStrings__Tocsin"] = ConnectionString("tocsin_gateway") }));
    }

    private ServerProcess Silo(int port) => Kept(new ServerProcess(
        Checkout.Silo,
        new Uri($"http://127.0.0.1:{FreePorts.Next()}"),
        [
            "--Tocsin:Mode", "Cluster", "--Tocsin:SiloPort", $"{port}",
            "--Tocsin:GatewayPort", $"{FreePorts.Next()}", "--Tocsin:AdvertisedAddress", "localhost", "--Tocsin:DevTokens", "true",
            .. Tls(Authority, $"silo-{port}"),
        ],
        new Dictionary<string, string> { ["ConnectionStrings__Tocsin"] = ConnectionString("tocsin") }));

    private ServerProcess Kept(ServerProcess process)
    {
        _processes.Add(process);
        return process;
    }

    private static string[] Tls(TestAuthority authority, string name)
    {
        var (certificate, key) = authority.Issue(name);
        return
        [
            "--Tocsin:Tls:CertificateFile", certificate,
            "--Tocsin:Tls:KeyFile", key,
            "--Tocsin:Tls:AuthorityFile", authority.File,
            "--Logging:LogLevel:Default", "Warning",
        ];
    }

    private async Task StartDatabaseAsync()
    {
        var (certificate, key) = Authority.Issue("postgres");
        await PostgresServer.RunAsync("chmod", "600", key);
        if (Environment.UserName == "root")
            await PostgresServer.RunAsync("chown", "postgres", key);
        Postgres = await PostgresServer.StartAsync("ssl=on", $"ssl_cert_file='{certificate}'", $"ssl_key_file='{key}'");

        // The test server's own superuser has the name that silos have elsewhere.
        await using (var connection = new NpgsqlConnection(Postgres.ConnectionString() + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var make = new NpgsqlCommand("create role boss superuser login", connection);
            await make.ExecuteNonQueryAsync();
        }

        string[] psql =
        [
            "-X", "-h", "127.0.0.1", "-p", $"{Postgres.Port}", "-U", "boss", "-d", "postgres",
            "-tA", "-v", $"database={Database}",
        ];
        var hba = (await PostgresServer.RunAsync(
            $"{Postgres.Binaries}/psql", [.. psql, "-c", "alter role tocsin rename to machine", "-c", "show hba_file"])).Split('\n')[1];
        for (var i = 0; i < 2; i++)
            await PostgresServer.RunAsync($"{Postgres.Binaries}/psql", [.. psql, "-f", $"{Checkout.Root}/ops/postgres/roles.sql"]);
        await File.WriteAllTextAsync(hba, "hostssl all all 127.0.0.1/32 trust\n");
        await PostgresServer.RunAsync($"{Postgres.Binaries}/psql", [.. psql, "-c", "select pg_reload_conf()"]);
    }
}
