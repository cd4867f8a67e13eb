using Tocsin.Hosting;
using Tocsin.Telemetry;

namespace Tocsin.Probing;

/// <summary>
/// The probe as a process of its own: <c>dotnet run --project Gateway -- probe</c>. It knows the cluster as a desk does, by the gateways' HTTP contract, and says
/// how it goes at <c>/metrics</c>. It ends when it is told to, with 0; or with 1 and one line when it cannot do its work.
/// </summary>
public static class ProbeProgram
{
    /// <summary>The word that starts it.</summary>
    public const string Word = "probe";

    /// <summary>Runs it.</summary>
    /// <param name="args">The command line after the word.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(ProbeOptions.Read(args));
            await app.RunAsync();
            if (app.Services.GetRequiredService<Probe>().Fault is not { } fault)
                return 0;
            await Console.Error.WriteLineAsync(fault.Message);
        }
        catch (MisconfigurationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
        }
        catch (IOException exception) when (exception.Message.Contains("address", StringComparison.OrdinalIgnoreCase))
        {
            await Console.Error.WriteLineAsync("--metrics-url: " + exception.Message.ReplaceLineEndings(" "));
        }

        return 1;
    }

    /// <summary>Builds it, ready to run.</summary>
    /// <param name="options">Its command line.</param>
    /// <param name="adjust">For tests: changes what is built.</param>
    /// <exception cref="MisconfigurationException">There is no token in the file that is named.</exception>
    internal static WebApplication Build(ProbeOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder([HostSettings.NothingIsReloaded]);
        builder.WebHost.UseUrls(options.MetricsUrl.ToString());
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddTocsinLogFilters();
        // A start that fails says one line itself.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.AddTocsinLogFormat();
        builder.AddTocsinMetrics(ProcessRole.Probe);
        builder.Services.AddHealthChecks();
        builder.Services.TryAddClock();
        AddProbe(builder.Services, options);
        adjust?.Invoke(builder);
        var app = builder.Build();
        app.Services.GetRequiredService<ProbeTokens>().Begin();
        app.MapTocsinHealth();
        app.MapPrometheusScrapingEndpoint(Meters.Path);
        return app;
    }

    private static void AddProbe(IServiceCollection services, ProbeOptions options)
    {
        services.AddSingleton(new ProbeTokens(options.TokenFile));
        services.AddSingleton(new ProbeExercise(options.Unit));
        services.AddSingleton<ProbeMetrics>();
        services.AddSingleton(s => new ProbeDesk(
            [.. options.Gateways.Select(g => new ProbeClient(Way(g), s.GetRequiredService<ProbeTokens>()))],
            s.GetRequiredService<ProbeMetrics>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<ProbeDesk>>()));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<ProbeUnit>(s, options.Unit));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<ProbeLeftovers>(s, options.Unit));
        services.AddSingleton<Probe>();
        services.AddHostedService(s => s.GetRequiredService<Probe>());
    }

    // A connection is made anew now and then, so that a gateway's name that means another address is seen.
    private static HttpClient Way(Uri gateway) => new(new SocketsHttpHandler
    {
        ConnectTimeout = ProbeLimits.ConnectTime,
        PooledConnectionLifetime = ProbeLimits.RoundEvery,
    })
    { BaseAddress = gateway, Timeout = Timeout.InfiniteTimeSpan };
}
