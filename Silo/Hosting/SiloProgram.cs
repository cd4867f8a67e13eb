using Tocsin.Bearers;
using Tocsin.Settings;
using Tocsin.Telemetry;

namespace Tocsin.Hosting;

/// <summary>
/// A silo as a process of its own in cluster mode: <c>dotnet run --project Silo</c>. It serves health and metrics only over HTTP.
/// </summary>
public static class SiloProgram
{
    private const string DefaultUrl = "http://127.0.0.1:5090";

    /// <summary>Runs until it is stopped.</summary>
    /// <returns>0 after a clean stop, 1 when the configuration is wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var builder = WebApplication.CreateBuilder([HostSettings.NothingIsReloaded, .. args]);
            if (TocsinSettings.Read(builder.Configuration).Mode != RunMode.Cluster)
            {
                throw new MisconfigurationException(
                    "Tocsin:Mode",
                    "must be Cluster: a silo of its own is a process of its own there; the embedded mode is started by the gateway");
            }

            if (builder.Configuration["urls"] is null)
                builder.WebHost.UseUrls(DefaultUrl);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
            builder.Logging.AddTocsinLogFilters();
            builder.AddTocsinLogFormat();
            builder.AddTocsinSilo();
            builder.Services.AddHealthChecks()
                .AddCheck<SiloReadiness>("membership", tags: [SiloReadiness.Tag])
                .AddCheck<ClockReadiness>("clock", tags: [SiloReadiness.Tag])
                .AddCheck<ProviderReadiness>("sign-in keys", tags: [SiloReadiness.Tag]);
            builder.AddTocsinMetrics(ProcessRole.Silo);
            builder.AddTocsinTracing();

            await using var app = builder.Build();
            app.MapTocsinHealth();
            app.MapPrometheusScrapingEndpoint(Meters.Path);
            await app.RunAsync();
            return 0;
        }
        catch (MisconfigurationException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }
}
