using System.Globalization;
using OpenTelemetry.Exporter;
using Tocsin.Hosting;

namespace Tocsin.Telemetry;

/// <summary>
/// Where traces go, and how many: read and checked once at the start. Without an endpoint there are none, and nothing is made of them.
/// </summary>
public sealed record TracingOptions
{
    private const string EndpointKey = "Tocsin:Otlp:Endpoint";
    private const string StandardEndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolKey = "Tocsin:Otlp:Protocol";
    private const string RatioKey = "Tocsin:Tracing:Ratio";
    private const double DefaultRatio = 0.1;

    /// <summary><c>Tocsin:Otlp:Endpoint</c>; null: where the standard variables say, if they do.</summary>
    public Uri? Endpoint { get; private init; }

    /// <summary>
    /// <c>Tocsin:Otlp:Protocol</c>: <c>grpc</c> (the default) or <c>http/protobuf</c>; null: as the standard variables say.
    /// </summary>
    public OtlpExportProtocol? Protocol { get; private init; }

    /// <summary><c>Tocsin:Tracing:Ratio</c>: the share of commands that is traced, 0 to 1; default a tenth.</summary>
    public double Ratio { get; private init; } = DefaultRatio;

    /// <summary>Whether anything is traced.</summary>
    public bool IsOn { get; private init; }

    /// <summary>Reads it.</summary>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static TracingOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var ratio = RatioOf(configuration[RatioKey]);
        var endpoint = EndpointOf(configuration[EndpointKey]);
        return new TracingOptions
        {
            Endpoint = endpoint,
            Protocol = ProtocolOf(configuration[ProtocolKey]),
            Ratio = ratio,
            IsOn = ratio > 0 && (endpoint is not null || configuration[StandardEndpointKey] is { Length: > 0 }),
        };
    }

    private static Uri? EndpointOf(string? text) => text switch
    {
        null or "" => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) => uri,
        _ => throw new MisconfigurationException(EndpointKey, "must be an http or https address, e.g. 'http://127.0.0.1:4317'"),
    };

    private static OtlpExportProtocol? ProtocolOf(string? text) => text switch
    {
        null or "" => null,
        "grpc" => OtlpExportProtocol.Grpc,
        "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
        _ => throw new MisconfigurationException(ProtocolKey, "must be 'grpc' or 'http/protobuf'"),
    };

    private static double RatioOf(string? text) => text switch
    {
        null or "" => DefaultRatio,
        _ when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio)
            && ratio is >= 0 and <= 1 => ratio,
        _ => throw new MisconfigurationException(RatioKey, "must be a number from 0 to 1"),
    };
}
