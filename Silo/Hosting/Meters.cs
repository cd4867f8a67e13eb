using OpenTelemetry.Metrics;

namespace Tocsin.Hosting;

/// <summary>What is measured in every process.</summary>
public static class Meters
{
    /// <summary>Adds Tocsin's own meters, Orleans' and the runtime's.</summary>
    public static MeterProviderBuilder AddTocsinMeters(this MeterProviderBuilder metrics) => metrics
        .AddMeter("Tocsin.*")
        .AddMeter("Microsoft.Orleans")
        .AddRuntimeInstrumentation();
}
