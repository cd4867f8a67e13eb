using OpenTelemetry.Exporter;
using OpenTelemetry.Trace;

namespace Tocsin.Telemetry;

/// <summary>Traces of commands, from the request to the commit, by OTLP to whatever collects them.</summary>
public static class Tracing
{
    // Where a collector takes traces by HTTP, when its address names no path.
    private const string HttpPath = "/v1/traces";

    private static readonly string[] s_sources = [Spans.SourceName, "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime"];

    /// <summary>Traces this process, when the configuration says where to.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="more">Adds the sources that only this kind of process has.</param>
    public static void AddTocsinTracing(this IHostApplicationBuilder builder, Action<TracerProviderBuilder>? more = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = TracingOptions.Read(builder.Configuration);
        if (!options.IsOn)
            return;
        builder.Services.AddOpenTelemetry().WithTracing(tracing =>
        {
            var root = new RootSampler(options.Ratio);
            // A caller's wish to be traced counts no more than the configured share: else anybody could have everything traced.
            tracing
                .SetSampler(new ParentBasedSampler(root, remoteParentSampled: new TraceIdRatioBasedSampler(options.Ratio)))
                .AddSource(s_sources);
            more?.Invoke(tracing);
            tracing.AddProcessor(new Discretion()).AddOtlpExporter(exporter => Aim(exporter, options));
        });
    }

    private static void Aim(OtlpExporterOptions exporter, TracingOptions options)
    {
        if (options.Protocol is { } protocol)
            exporter.Protocol = protocol;
        if (options.Endpoint is { } endpoint)
        {
            exporter.Endpoint = exporter.Protocol == OtlpExportProtocol.HttpProtobuf && endpoint.AbsolutePath == "/"
                ? new Uri(endpoint, HttpPath)
                : endpoint;
        }
    }
}
