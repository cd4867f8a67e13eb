using Npgsql;
using Orleans.Configuration;
using Tocsin.Access;
using Tocsin.Bearers;
using Tocsin.GrainStorage;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.PastBoards;
using Tocsin.Positions;
using Tocsin.Projections;
using Tocsin.Retention;
using Tocsin.Schema;
using Tocsin.Secrets;
using Tocsin.Settings;
using Tocsin.Telemetry;
using Tocsin.Tls;

namespace Tocsin.Hosting;

/// <summary>Puts a silo together: storage, schema, keys, membership, grains.</summary>
public static class SiloHosting
{
    /// <summary>The service id of every Tocsin cluster; grain storage keys contain it, so it never changes.</summary>
    public const string ServiceId = "tocsin";

    private const string PostgresInvariant = "Npgsql";

    /// <summary>
    /// Adds a silo as the configuration says: embedded on SQLite, or in a cluster on PostgreSQL. Makes or upgrades the schema first.
    /// </summary>
    /// <exception cref="MisconfigurationException">
    /// The configuration is wrong, or storage cannot be used; the message is one line that names the key.
    /// </exception>
    public static IHostApplicationBuilder AddTocsinSilo(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = TocsinSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.AddBearers(settings.Mode);
        builder.Services.AddTocsinGrains();
        builder.Services.Configure<DispatchOptions>(options =>
        {
            options.TimeZone = settings.TimeZone;
            options.HistoricAfter = settings.HistoricAfter;
            options.Unattended = settings.Unattended;
            options.MaxDistanceKilometers = settings.MaxDistanceKilometers;
            options.DeviceTolerance = settings.DeviceTolerance;
            options.EncipherTexts = settings.EncipherTexts;
            options.CategoryClasses = settings.CategoryClasses;
            options.PanicCategory = settings.PanicCategory ?? options.PanicCategory;
        });
        builder.Services.Configure<AccessOptions>(options => options.KeepTime = settings.AccessKeepTime);
        builder.Services.Configure<RetentionOptions>(options => options.KeepTimes = settings.RetentionKeepTimes);
        builder.Services.Configure<PositionOptions>(options => options.TrackTime = settings.TrackTime);
        if (settings.Mode == RunMode.Embedded)
            AddEmbedded(builder, settings);
        else
            AddClustered(builder, settings);
        builder.Services.AddSealing();
        builder.Services.AddAccessKeeping();
        return builder;
    }

    private static void AddEmbedded(IHostApplicationBuilder builder, TocsinSettings settings)
    {
        // In one process on one machine the warnings of these two say nothing: they ask for a server garbage collector, and call their own
        // first check late.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error).AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.Services.AddSqliteJournal(settings.DataDirectory);
        builder.Services.AddSingleton<IPositionStore>(provider => new SqlitePositionStore(Positions(provider)));
        builder.Services.AddSingleton<IBoardMarkStore>(provider => new SqliteBoardMarkStore(Positions(provider)));
        builder.Services.AddSingleton<IProjectionStore>(provider => new SqliteProjectionStore(Positions(provider)));
        builder.Services.AddSingleton<IAccessStore>(provider => AccessStores.OnSqlite(
            DataDirectory.AccessIn(provider.GetRequiredService<DataDirectory>().Path)));
        builder.Services.AddSingleton<IKeyRing>(provider => new DerivedKeyRing(settings.SecretFile is { } file
            ? SecretFile.Read(file)
            : SecretFile.ReadOrMake(Path.Combine(provider.GetRequiredService<DataDirectory>().Path, SecretFile.EmbeddedName))));
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort.Find(), gatewayPort: 0, serviceId: ServiceId, clusterId: settings.ClusterId);
            silo.AddSqliteGrainStorage();
            Tune(silo, builder.Configuration);
        });

        // After the silo, whose grains it calls.
        if (settings.Demo)
            builder.Services.AddHostedService<Demo.DemoRoster>();
    }

    private static string Positions(IServiceProvider provider) =>
        DataDirectory.PositionsIn(provider.GetRequiredService<DataDirectory>().Path);

    private static void AddClustered(IHostApplicationBuilder builder, TocsinSettings settings)
    {
        var tls = ClusterTls.Read(builder.Configuration);
        tls?.Watch(builder.Services);
        var address = AdvertisedAddress.Find(settings.AdvertisedAddress);
        PlainMember.Allow(builder.Services, PlainMember.IsAllowed(builder.Configuration), tls, address);
        var secret = PrepareDatabaseAsync(settings).GetAwaiter().GetResult();
        builder.Services.AddPostgresJournal(settings.ConnectionString, settings.Standby);
        builder.Services.AddSingleton<IPositionStore>(_ => new PostgresPositionStore(settings.ConnectionString));
        builder.Services.AddSingleton<IBoardMarkStore>(_ => new PostgresBoardMarkStore(settings.ConnectionString));
        builder.Services.AddSingleton<IProjectionStore>(_ => new PostgresProjectionStore(settings.ConnectionString));
        builder.Services.AddSingleton<IAccessStore>(_ => AccessStores.OnPostgres(settings.ConnectionString));
        builder.Services.AddSingleton<IKeyRing>(new DerivedKeyRing(secret));
        if (settings.SecretFile is null)
            builder.Services.AddHostedService<SecretWarning>();

        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options =>
            {
                options.ClusterId = settings.ClusterId;
                options.ServiceId = ServiceId;
            });
            silo.ConfigureEndpoints(address, settings.SiloPort, settings.GatewayPort);
            if (tls is not null)
                silo.UseTls(tls.Apply);
            // Neither waits for a standby: what a silo says of itself each second must not pile up while one is away.
            var unpromised = DatabaseConnection.Unpromised(settings.ConnectionString);
            silo.UseAdoNetClustering(options =>
            {
                options.Invariant = PostgresInvariant;
                options.ConnectionString = unpromised;
            });
            silo.AddAdoNetGrainStorageAsDefault(options =>
            {
                options.Invariant = PostgresInvariant;
                options.ConnectionString = unpromised;
            });
            silo.Configure<ClusterMembershipOptions>(MembershipTuning.Apply);
            Tune(silo, builder.Configuration);
        });

        // After the silo, whose membership it watches.
        builder.Services.AddSingleton<MembershipMetrics>();
        builder.Services.AddHostedService<MembershipWatch>();
    }

    private static async Task<byte[]> PrepareDatabaseAsync(TocsinSettings settings)
    {
        try
        {
            await PostgresSchema.UpgradeAsync(settings.ConnectionString, settings.MigrationsConnectionString);
            return settings.SecretFile is { } file
                ? SecretFile.Read(file)
                : await DatabaseSecret.ReadOrMakeAsync(settings.ConnectionString);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException or System.Net.Sockets.SocketException)
        {
            throw new MisconfigurationException($"ConnectionStrings:Tocsin: the database cannot be used: {e.Message}", e);
        }
    }

    private static void Tune(ISiloBuilder silo, IConfiguration configuration)
    {
        if (TracingOptions.Read(configuration).IsOn)
            silo.AddActivityPropagation();
        silo.Configure<SiloMessagingOptions>(options =>
        {
            // A command is over after 8 s; a caller that waits much longer gets no answer.
            options.ResponseTimeout = TimeSpan.FromSeconds(10);
            options.SystemResponseTimeout = TimeSpan.FromSeconds(10);
        });
    }
}
