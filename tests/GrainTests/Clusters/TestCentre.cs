using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.TestingHost;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Tail;
using Tocsin.Journal.Writing;
using Tocsin.Places;
using Tocsin.Reading;
using Tocsin.Schema;
using Tocsin.Secrets;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.Clusters;

/// <summary>Two silos (and more) in one process, on one journal: what grains do among each other, without HTTP.</summary>
public sealed class TestCentre : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private readonly JournalMetrics _metrics = new();
    private InProcessTestCluster? _cluster;
    private int _next;

    private TestCentre(JournalOptions options)
    {
        SqliteSchema.Upgrade(_folder.FullName);
        Journal = SqliteJournal.Open(
            DataDirectory.JournalIn(_folder.FullName), options, TimeProvider.System, _metrics, NullLoggerFactory.Instance);
    }

    public static Actor Dispatcher { get; } = new("wang", Roles.Dispatcher);

    public static Actor Admin { get; } = new("root", Roles.Admin);

    public SqliteJournal Journal { get; }

    public InProcessTestCluster Cluster => _cluster!;

    public IReadingGrain Reading => Cluster.Client.GetGrain<IReadingGrain>(0);

    /// <summary>Starts a centre.</summary>
    /// <param name="tail">
    /// Without it no silo learns from the journal what another one wrote, as when that one died before it could tell.
    /// </param>
    /// <param name="silos">How many silos.</param>
    /// <param name="services">Services in the place of the product's.</param>
    public static async Task<TestCentre> StartAsync(bool tail = true, short silos = 2, Action<IServiceCollection>? services = null)
    {
        var options = new JournalOptions { AppendDeadline = TimeSpan.FromSeconds(10), SettleDeadline = TimeSpan.FromSeconds(20) };
        var centre = new TestCentre(options);
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Logging.SetMinimumLevel(LogLevel.Error);
            host.Services.AddSingleton(centre.Journal);
            host.Services.AddOpeningJournal<SqliteJournal>();
            host.Services.AddSingleton(centre.Journal.Queries);
            host.Services.AddSingleton(centre.Journal.Seals);
            host.Services.AddSingleton<IKeyRing>(new DerivedKeyRing(new byte[DerivedKeyRing.MinSecretBytes]));
            if (tail)
                host.Services.AddSingleton<IJournalTail>(p => ActivatorUtilities.CreateInstance<JournalTail>(p, centre.Journal.Writer));
            else
                host.Services.AddSingleton<IJournalTail, NoTail>();
            host.Services.AddHostedService<TailRunner>();
            host.Services.AddTocsinGrains();
            services?.Invoke(host.Services);
        });
        builder.ConfigureSilo((_, silo) => silo.AddMemoryGrainStorageAsDefault());
        centre._cluster = builder.Build();
        await centre._cluster.DeployAsync();
        return centre;
    }

    /// <summary>Does what bringing a backup back does to the epoch, under the centre that runs.</summary>
    public async Task MarkRestoredAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalIn(_folder.FullName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE epoch SET restores = restores + 1";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A command of its own, with a key when one is given.</summary>
    public static CommandContext Context(
        Actor? actor = null, string? key = null, string body = "", int attempt = 1, CommandId? id = null) =>
        new(
            id ?? (key is null ? CommandId.New() : CommandId.OfKey("wang", "POST", "/", key)),
            actor ?? Dispatcher,
            key is null ? null : System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body)),
            null,
            attempt);

    public Task<CommandAnswer> DoAsync(IncidentId incident, IncidentCommand command, CommandContext? context = null) =>
        Cluster.Client.GetGrain<IIncidentGrain>(incident.Value).Execute(command, context ?? Context());

    public Task<CommandAnswer> DoAsync(UnitId unit, UnitCommand command, CommandContext? context = null) =>
        Cluster.Client.GetGrain<IUnitGrain>(unit.Value).Execute(command, context ?? Context(Admin));

    public Task<CommandAnswer> DoAsync(CallId call, CallCommand command, CommandContext? context = null) =>
        Cluster.Client.GetGrain<ICallGrain>(call.Value).Execute(command, context ?? Context());

    /// <summary>A new incident.</summary>
    public async Task<IncidentId> IncidentAsync(GeoPoint? place = null)
    {
        var context = Context();
        var id = IncidentId.Of(context.Id.Derive(StreamKind.Incident));
        var location = place is { } p ? new Location(p.Lat, p.Lon, null) : null;
        Done(await DoAsync(id, new CreateIncident(null, "theft", 2, location, null, null, false, null), context));
        return id;
    }

    /// <summary>A new unit on duty.</summary>
    public async Task<UnitId> UnitAsync()
    {
        var id = UnitId.Of($"P{Interlocked.Increment(ref _next):000}");
        Done(await DoAsync(id, new RegisterUnit(id.Value, "patrol", "guhan", [], new GeoPoint(36.5, 113.0))));
        Done(await DoAsync(id, new SetDuty(true, [], null, null)));
        return id;
    }

    public Task<CommandAnswer> AssignAsync(IncidentId incident, params UnitId[] units) =>
        DoAsync(incident, new AssignUnits(units, AssignMode.All, null));

    public Task<CommandAnswer> ProgressAsync(IncidentId incident, UnitId unit, AssignmentStage stage) =>
        DoAsync(incident, new ReportProgress(unit, stage, null, null));

    /// <summary>Asserts that a command was carried out.</summary>
    public static CommandAnswer Done(CommandAnswer answer)
    {
        Assert.Null(answer.Refusal);
        return answer;
    }

    /// <summary>Asserts that a command was refused, and why.</summary>
    public static Refusal Refused(RefusalCode code, CommandAnswer answer)
    {
        Assert.NotNull(answer.Refusal);
        Assert.Equal(code, answer.Refusal.Code);
        return answer.Refusal;
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.StopAllSilosAsync();
        await Cluster.DisposeAsync();
        await Journal.DisposeAsync();
        _metrics.Dispose();
        _folder.Delete(recursive: true);
    }
}
