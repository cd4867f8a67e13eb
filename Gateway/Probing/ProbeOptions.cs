using System.Text.RegularExpressions;
using Tocsin.Hosting;
using Tocsin.Settings;

namespace Tocsin.Probing;

/// <summary>The probe's command line, read and checked once at the start.</summary>
internal sealed partial record ProbeOptions
{
    /// <summary>The usage line.</summary>
    public const string Usage =
        "probe [--url GATEWAY]... [--token-file FILE | --dev-key-file FILE] [--unit UNIT] [--metrics-url URL]";

    private const string Url = "--url";
    private const string MetricsUrlKey = "--metrics-url";
    private const string TokenFileKey = "--token-file";
    private const string DevKeyFileKey = "--dev-key-file";
    private const string UnitKey = "--unit";

    /// <summary><c>--url</c>, once for each gateway; by default the one of the embedded mode.</summary>
    public IReadOnlyList<Uri> Gateways { get; private init; } = [new(GatewayOptions.DefaultUrl)];

    /// <summary><c>--metrics-url</c>: where it serves health and metrics.</summary>
    public Uri MetricsUrl { get; private init; } = new("http://127.0.0.1:5095");

    /// <summary><c>--token-file</c>: a dispatcher's token; null: it asks <c>/dev/token</c>.</summary>
    public string? TokenFile { get; private init; }

    /// <summary><c>--dev-key-file</c>: the key of development sign-in, with which it asks; null: none.</summary>
    public string? DevKeyFile { get; private init; }

    /// <summary><c>--unit</c>: the unit that it sends, default <c>PROBE</c>. Two probes of one cluster need one each.</summary>
    public string Unit { get; private init; } = "PROBE";

    /// <summary>Reads it.</summary>
    /// <exception cref="MisconfigurationException">An option is unknown, or its value is invalid.</exception>
    public static ProbeOptions Read(IReadOnlyList<string> args)
    {
        var options = new ProbeOptions();
        var gateways = new List<Uri>();
        for (var i = 0; i < args.Count; i += 2)
        {
            var (name, value) = (args[i], i + 1 < args.Count ? args[i + 1] : null);
            if (name is not (Url or MetricsUrlKey or TokenFileKey or DevKeyFileKey or UnitKey))
                throw new MisconfigurationException($"'{name}'", "is no option of the probe: " + Usage);
            if (value is null or "")
                throw new MisconfigurationException(name, "needs a value: " + Usage);
            if (name == Url)
                gateways.Add(AddressOf(name, value));
            else
                options = options.With(name, value);
        }

        if (gateways.Count > ProbeLimits.GatewaysMax)
            throw new MisconfigurationException(Url, $"may be given {ProbeLimits.GatewaysMax} times at most");
        return gateways.Count == 0 ? options : options with { Gateways = gateways };
    }

    private ProbeOptions With(string name, string value) => name switch
    {
        MetricsUrlKey => this with { MetricsUrl = AddressOf(name, value) },
        TokenFileKey => this with { TokenFile = value },
        DevKeyFileKey => this with { DevKeyFile = value },
        _ when UnitId().IsMatch(value) => this with { Unit = value },
        _ => throw new MisconfigurationException(name, "must be an id: 1 to 40 letters, digits, '-', '_' or '.'"),
    };

    private static Uri AddressOf(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.PathAndQuery == "/"
            ? uri
            : throw new MisconfigurationException(name, "must be an http or https address without a path, e.g. 'http://127.0.0.1:5080'");

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,40}\z")]
    private static partial Regex UnitId();
}
