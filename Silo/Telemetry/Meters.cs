using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Tocsin.Telemetry;

/// <summary>What is measured in every process, and how it is shown to Prometheus.</summary>
public static class Meters
{
    /// <summary>
    /// The most combinations of labels that one instrument may have; what comes beyond is summed up under one label,
    /// <c>otel_metric_overflow</c>.
    /// </summary>
    public const int SeriesPerInstrument = 200;

    /// <summary>The same for what is told apart by route and answer.</summary>
    public const int SeriesPerRoute = 1000;

    /// <summary>The path at which metrics are scraped.</summary>
    public const string Path = "/metrics";

    // Its limits are the contract's: 2 s for an answer, 0.25 s at the peak, 8 s until a command is given up.
    private static readonly double[] s_requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8];

    // A histogram in milliseconds that comes without bounds of its own.
    private static readonly double[] s_grainCallMilliseconds = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2000, 4000, 8000];

    /// <summary>Measures this process: Tocsin's own meters, Orleans' and the runtime's.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="role">What it is.</param>
    /// <param name="more">Adds the meters that only this kind of process has.</param>
    public static void AddTocsinMetrics(this IHostApplicationBuilder builder, ProcessRole role, Action<MeterProviderBuilder>? more = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<BuildInfo>(services, role));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                "tocsin-" + role.ToString().ToLowerInvariant(), serviceVersion: BuildInfo.Version))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter("Tocsin.*").AddMeter("Microsoft.Orleans").AddRuntimeInstrumentation();
                more?.Invoke(metrics);
                metrics.AddView(instrument => ViewOf(instrument.Name)).AddPrometheusExporter();
            });
    }

    private static MetricStreamConfiguration ViewOf(string instrument) => instrument switch
    {
        "http.server.request.duration" =>
            new ExplicitBucketHistogramConfiguration { Boundaries = s_requestSeconds, CardinalityLimit = SeriesPerRoute },
        "tocsin.command.duration" or "aspnetcore.routing.match_attempts" =>
            new MetricStreamConfiguration { CardinalityLimit = SeriesPerRoute },
        "orleans-app-requests-latency" =>
            new ExplicitBucketHistogramConfiguration { Boundaries = s_grainCallMilliseconds, CardinalityLimit = SeriesPerInstrument },
        _ => new MetricStreamConfiguration { CardinalityLimit = SeriesPerInstrument },
    };
}
