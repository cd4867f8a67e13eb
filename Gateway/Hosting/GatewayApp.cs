using System.Text;
using Tocsin.Access;
using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Calls;
using Tocsin.Consoles;
using Tocsin.Directives;
using Tocsin.Duplicates;
using Tocsin.Erasing;
using Tocsin.Evidence;
using Tocsin.Https;
using Tocsin.Incidents;
using Tocsin.Limits;
using Tocsin.Live;
using Tocsin.Messages;
using Tocsin.OpenApi;
using Tocsin.Operations;
using Tocsin.Overdue;
using Tocsin.Policies;
using Tocsin.Positions;
using Tocsin.Presence;
using Tocsin.Problems;
using Tocsin.Quality;
using Tocsin.Recommending;
using Tocsin.Recording;
using Tocsin.Reports;
using Tocsin.RunCards;
using Tocsin.Settings;
using Tocsin.SignIn;
using Tocsin.Stations;
using Tocsin.Telemetry;
using Tocsin.Timelines;
using Tocsin.Tokens;
using Tocsin.Units;

namespace Tocsin.Hosting;

/// <summary>Builds the gateway: configuration, services, routes.</summary>
public static class GatewayApp
{
    // Longer than the longest command (8 s): commands that have begun are completed.
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(15);

    /// <summary>Builds it, ready to run.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="adjust">For tests: changes what is built.</param>
    /// <param name="connect">For tests: connects it to a fake cluster.</param>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static WebApplication Build(
        string[] args, Action<WebApplicationBuilder>? adjust = null, Action<WebApplicationBuilder, GatewayOptions>? connect = null)
    {
        var builder = WebApplication.CreateSlimBuilder([HostSettings.NothingIsReloaded, .. args]);
        SetUpLogging(builder.Logging);
        builder.AddTocsinLogFormat();
        adjust?.Invoke(builder);
        var options = GatewayOptions.Read(builder.Configuration);
        var console = ConsoleOptions.Read(builder.Configuration);
        var https = HttpsOptions.Read(builder.Configuration);
        SetUpServer(builder, options);
        builder.AddHttps(https);
        AddRequestServices(builder, options, console);
        (connect ?? Connect)(builder, options);
        builder.AddDevSignIn(options);
        var app = builder.Build();
        Map(app, options, console, https);
        return app;
    }

    private static void Connect(WebApplicationBuilder builder, GatewayOptions options)
    {
        if (options.Mode == RunMode.Cluster)
        {
            builder.AddClusterClient(options);
            return;
        }
        builder.AddTocsinSilo();
        builder.Services.AddHealthChecks()
            .AddCheck<SiloReadiness>("membership", tags: [SiloReadiness.Tag])
            .AddCheck<ClockReadiness>("clock", tags: [SiloReadiness.Tag]);
    }

    private static void SetUpLogging(ILoggingBuilder logging)
    {
        logging.AddTocsinLogFilters();
        // A silo in this process logs its whole configuration, and the placement of each grain.
        logging.AddFilter("Orleans", LogLevel.Warning);
        // Orleans logs under its name.
        logging.AddFilter("Tocsin.Live.LiveService", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // GatewayProgram reports a start that fails, in one line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // It logs why a token is invalid, with parts of the token.
        logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Error);
    }

    private static void SetUpServer(WebApplicationBuilder builder, GatewayOptions options)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(GatewayOptions.DefaultUrl);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTime + ShutdownTime);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Headers with any bytes reach the routes, which report what is wrong with them; else Kestrel closes the connection.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.Limits.MaxRequestBodySize = GatewayLimits.BodyBytesDrained;
            kestrel.Limits.MaxRequestHeadersTotalSize = GatewayLimits.HeadersBytesMax;
            kestrel.Limits.MaxConcurrentConnections = GatewayLimits.ConnectionsMax;
            kestrel.Limits.KeepAliveTimeout = GatewayLimits.IdleConnectionMax;
            kestrel.Limits.RequestHeadersTimeout = GatewayLimits.HeadersTimeMax;
        });
    }

    private static void AddRequestServices(WebApplicationBuilder builder, GatewayOptions options, ConsoleOptions console)
    {
        builder.Services.AddSingleton(options);
        builder.Services.TryAddClock();
        builder.Services.AddSingleton<ProblemMetrics>();
        builder.Services.AddSingleton<RetryMetrics>();
        builder.Services.AddSingleton<CommandMetrics>();
        builder.Services.AddSingleton<ProblemWriter>();
        builder.Services.AddSingleton<LimitMetrics>();
        builder.Services.AddSingleton<CostlyCalls>();
        builder.Services.AddSingleton(_ => IdentityLimits.Buckets(options));
        builder.Services.AddSingleton<GrainCaller>();
        builder.Services.AddSingleton(services => new ClusterConnection(found: true, ClusterGrains.AreKnownTo(services)));
        builder.Services.AddSingleton(new CsvAnswers(TimeZoneInfo.FindSystemTimeZoneById(console.TimeZone)));
        builder.Services.AddSingleton<Responder>();
        builder.Services.AddRecording(options);
        builder.Services.AddLive();
        builder.Services.AddPositions();
        builder.Services.AddSignIn(options);
        builder.Services.AddApiDocument();
        builder.AddMonitoring(options);
    }

    private static void Map(WebApplication app, GatewayOptions options, ConsoleOptions console, HttpsOptions? https)
    {
        var responder = app.Services.GetRequiredService<Responder>();
        app.UseProxies(options);
        app.UseMiddleware<CommandTiming>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ServerTime>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseHttps(https);
        app.UseRouting();
        app.UseConsolePages(console, options);
        if (options.HasDocs)
            app.UseReferencePage();
        app.UseMiddleware<AccessMiddleware>();
        app.UseSignIn(options);
        // In the embedded mode no call leaves the process.
        if (options.Mode == RunMode.Cluster)
            app.UseMiddleware<BearerMiddleware>();
        app.UseMiddleware<SignInMiddleware>();
        if (options.RequestsPerSecond > 0)
            app.UseMiddleware<IdentityLimits>();
        app.UseAuthorization();
        app.MapIncidents(responder);
        app.MapIncidentReads(responder);
        app.MapTimelines(responder);
        app.MapOperations(responder);
        app.MapSupervision(responder);
        app.MapDistress(responder);
        app.MapParties(responder);
        app.MapCallBacks(responder);
        app.MapReviews(responder);
        app.MapRecommendations(responder);
        app.MapResponsePlans(responder);
        app.MapDuplicates(responder);
        app.MapRunCards(responder);
        app.MapCalls(responder);
        app.MapFindCalls(responder);
        app.MapDirectives(responder);
        var judge = app.Services.GetRequiredService<PositionJudge>();
        app.MapUnits(responder, app.Services.GetRequiredService<LiveOutbox>(), judge);
        app.MapPanic(responder);
        app.MapMessages(responder);
        app.MapStations(responder);
        app.MapPositions(responder, app.Services.GetRequiredService<LiveOutbox>(), judge);
        app.MapTracks(responder);
        app.MapBoard(responder, app.Services.GetRequiredService<BoardFollower>());
        app.MapFeed(responder, app.Services.GetRequiredService<FeedSources>(), app.Lifetime);
        app.MapPresence(
            responder,
            app.Services.GetRequiredService<LiveOutbox>(),
            app.Services.GetRequiredService<BoardFollower>(),
            app.Services.GetRequiredService<LimitMetrics>());
        app.MapReports(responder);
        app.MapOverdue(responder);
        app.MapAccess(responder);
        app.MapPolicies(responder);
        app.MapPolicyChoice(responder);
        app.MapBlockedSubjects(responder);
        app.MapClosing(responder);
        app.MapCallBackSettings(responder);
        app.MapErasure(responder);
        app.MapEvidence(responder);
        if (options.DevTokensAllowed)
            app.MapDevTokens(responder, app.Services.GetRequiredService<DevTokens>());
        app.MapMonitoring();
        app.MapApiDocument(options);
        app.MapConsoleSettings(console, options);
    }
}
