using System.Text;
using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Calls;
using Tocsin.Consoles;
using Tocsin.Duplicates;
using Tocsin.Https;
using Tocsin.Incidents;
using Tocsin.Limits;
using Tocsin.Live;
using Tocsin.Messages;
using Tocsin.OpenApi;
using Tocsin.Overdue;
using Tocsin.Policies;
using Tocsin.Positions;
using Tocsin.Presence;
using Tocsin.Problems;
using Tocsin.Recommending;
using Tocsin.Reports;
using Tocsin.RunCards;
using Tocsin.SignIn;
using Tocsin.Stations;
using Tocsin.Telemetry;
using Tocsin.Tokens;
using Tocsin.Units;

namespace Tocsin.Hosting;

/// <summary>Puts the gateway together.</summary>
public static class GatewayApp
{
    // Longer than the longest command (8 s): what has begun may end.
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(15);

    /// <summary>Builds it, ready to run.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="adjust">For tests: changes what is built.</param>
    /// <param name="connect">For tests: connects it to something else than a real cluster.</param>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null, Action<WebApplicationBuilder, GatewayOptions>? connect = null)
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
        AddEdge(builder, options);
        (connect ?? Connect)(builder, options);
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
        builder.Services.AddHealthChecks().AddCheck<SiloReadiness>("membership", tags: [SiloReadiness.Tag]);
    }

    private static void SetUpLogging(ILoggingBuilder logging)
    {
        logging.AddTocsinLogFilters();
        // A silo in this process tells its whole configuration, and each placement of a grain.
        logging.AddFilter("Orleans", LogLevel.Warning);
        // Orleans speaks in its name.
        logging.AddFilter("Tocsin.Live.LiveService", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // A start that fails says one line itself.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Says why a token was not good, and repeats parts of it.
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
            // Whatever bytes a header has, the edge sees it and says what is wrong with it; else Kestrel hangs up without a word.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.Limits.MaxRequestBodySize = EdgeLimits.BodyBytesDrained;
            kestrel.Limits.MaxRequestHeadersTotalSize = EdgeLimits.HeadersBytesMax;
            kestrel.Limits.MaxConcurrentConnections = EdgeLimits.ConnectionsMax;
        });
    }

    private static void AddEdge(WebApplicationBuilder builder, GatewayOptions options)
    {
        builder.Services.AddSingleton(options);
        builder.Services.TryAddClock();
        builder.Services.AddSingleton<EdgeMetrics>();
        builder.Services.AddSingleton<CommandMetrics>();
        builder.Services.AddSingleton<ProblemWriter>();
        builder.Services.AddSingleton<GrainCaller>();
        builder.Services.AddSingleton(new ClusterConnection(found: true));
        builder.Services.AddSingleton<Edge>();
        builder.Services.AddLive();
        builder.Services.AddSignIn(options);
        builder.Services.AddIdentityLimits(options);
        builder.Services.AddApiDocument();
        builder.AddWatching(options);
    }

    private static void Map(WebApplication app, GatewayOptions options, ConsoleOptions console, HttpsOptions? https)
    {
        var edge = app.Services.GetRequiredService<Edge>();
        app.UseMiddleware<CommandTiming>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseHttps(https);
        app.UseRouting();
        app.UseConsolePages(console, options);
        app.UseAuthentication();
        app.UseIdentityLimits(options);
        app.UseAuthorization();
        app.MapIncidents(edge);
        app.MapIncidentReads(edge);
        app.MapSupervision(edge);
        app.MapRecommendations(edge);
        app.MapResponsePlans(edge);
        app.MapDuplicates(edge);
        app.MapRunCards(edge);
        app.MapCalls(edge);
        app.MapUnits(edge, app.Services.GetRequiredService<LiveOutbox>());
        app.MapPanic(edge);
        app.MapMessages(edge);
        app.MapStations(edge);
        app.MapPositions(edge, app.Services.GetRequiredService<LiveOutbox>());
        app.MapTracks(edge);
        app.MapBoard(edge, app.Services.GetRequiredService<BoardFollower>());
        app.MapFeed(edge, app.Services.GetRequiredService<FeedSources>(), app.Lifetime);
        app.MapPresence(edge, app.Services.GetRequiredService<LiveOutbox>());
        app.MapReports(edge);
        app.MapOverdue(edge);
        app.MapPolicies(edge);
        app.MapPolicyChoice(edge);
        if (options.DevTokensAllowed)
            app.MapDevTokens(edge, app.Services.GetRequiredService<DevTokens>());
        app.MapWatching();
        app.MapApiDocument();
        app.MapConsoleSettings(console, options);
    }
}
