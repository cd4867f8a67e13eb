using System.Diagnostics.Metrics;
using System.Reflection;

namespace Tocsin.Telemetry;

/// <summary>Which build runs here, as what: the gauge <c>tocsin.build.info</c>, always 1.</summary>
public sealed class BuildInfo : IHostedService, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Build";

    private readonly Meter _meter;

    /// <summary>Makes the gauge.</summary>
    /// <param name="factory">Where the meter comes from.</param>
    /// <param name="role">What this process is.</param>
    public BuildInfo(IMeterFactory factory, ProcessRole role)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _meter = factory.Create(MeterName);
        var build = new Measurement<int>(1, new("version", Version), new("role", role.ToString().ToLowerInvariant()));
        _meter.CreateObservableGauge("tocsin.build.info", () => build, description: "1, of the build that runs here.");
    }

    /// <summary>The build's version, as its assembly says.</summary>
    public static string Version { get; } =
        typeof(BuildInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
