using Tocsin.Hosting;
using Tocsin.Secrets;
using Tocsin.Telemetry;

namespace Tocsin.Probing;

/// <summary>
/// The probe as a process of its own: <c>dotnet run --project Gateway -- probe</c>. It uses the cluster as a console does, by the gateways'
/// HTTP contract, and reports at <c>/metrics</c>. Told to stop it ends with 0; when it cannot do its work, with 1 and one line.
/// </summary>
public static class ProbeProgram
{
    /// <summary>The first argument, which starts it.</summary>
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
        // RunAsync reports a start that fails, in one line.
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
        services.AddSingleton(new ProbeTokens(options.TokenFile, options.DevKeyFile is { } file ? DevKeyFile.Read(file) : null));
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

    // Connections are renewed regularly, so that a changed address of a gateway's name is noticed.
    private static HttpClient Way(Uri gateway) => new(new SocketsHttpHandler
    {
        ConnectTimeout = ProbeLimits.ConnectTime,
        PooledConnectionLifetime = ProbeLimits.RoundEvery,
    })
    { BaseAddress = gateway, Timeout = Timeout.InfiniteTimeSpan };
}
