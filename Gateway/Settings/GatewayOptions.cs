using System.Globalization;
using System.Net;
using Tocsin.Bearers;
using Tocsin.Hosting;

namespace Tocsin.Settings;

/// <summary>The gateway's configuration, read and checked once at the start.</summary>
public sealed record GatewayOptions
{
    /// <summary>The default address.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary><c>Tocsin:Mode</c>: <c>Embedded</c> (the default) or <c>Cluster</c>.</summary>
    public RunMode Mode { get; private init; }

    /// <summary>
    /// Whether there is <c>POST /dev/token</c>, <c>Tocsin:DevTokens</c>: default true in the embedded mode without a provider, else false.
    /// </summary>
    public bool DevTokensAllowed { get; private init; }

    /// <summary>
    /// <c>Tocsin:DevKeyFile</c>: the file with the key of development sign-in; null (the default): <c>dev.key</c> in the data folder of the
    /// embedded mode.
    /// </summary>
    public string? DevKeyFile { get; private init; }

    /// <summary>
    /// <c>Tocsin:Docs</c>: whether the API reference is at <c>/docs</c>; default true in the embedded mode, else false.
    /// </summary>
    public bool HasDocs { get; private init; }

    /// <summary><c>Tocsin:Jwt</c>: the OIDC provider; null (the default): none.</summary>
    public ProviderSettings? Provider { get; private init; }

    /// <summary>The address of the OIDC provider; null: there is none.</summary>
    public string? Authority => Provider?.Authority;

    /// <summary>The claim of its tokens with the roles.</summary>
    public string RoleClaim => Provider?.RoleClaim ?? ProviderSettings.DefaultRoleClaim;

    /// <summary><c>Tocsin:ClusterId</c>: the cluster of silos and gateways, default <c>tocsin</c>.</summary>
    public string ClusterId { get; private init; } = "tocsin";

    /// <summary><c>ConnectionStrings:Tocsin</c>: Npgsql; required in the mode Cluster, empty in the embedded mode.</summary>
    public string ConnectionString { get; private init; } = "";

    /// <summary>
    /// <c>Tocsin:RateLimit:PerSecond</c>: requests per second of one identity, default 50, each at its cost; 0: no limit. Who signed in by
    /// the development sign-in is not limited.
    /// </summary>
    public int RequestsPerSecond { get; private init; }

    /// <summary><c>Tocsin:RateLimit:Burst</c>: requests of one identity at once, default 4 times those per second.</summary>
    public int RequestBurst { get; private init; }

    /// <summary>
    /// <c>Tocsin:DrainTime</c>: how long a stopping gateway still serves, not ready: 0 to 1 min, default 1 s in the mode Cluster.
    /// </summary>
    public TimeSpan DrainTime { get; private init; }

    /// <summary><c>Tocsin:Positions:MaxAge</c> and <c>:MaxSpeed</c>: by what positions are judged, default 10 min and 100 m/s.</summary>
    public PositionLimits Positions { get; private init; } = PositionLimits.Usual;

    /// <summary><c>Tocsin:Jwt:MaxLifetime</c> and its neighbours: how long tokens live.</summary>
    public TokenOptions Tokens { get; private init; } = new();

    /// <summary>
    /// <c>Tocsin:Access:Folder</c>: where items of the access log wait while they cannot be written; default in the data directory of the
    /// embedded mode, null (in memory only) in the mode Cluster.
    /// </summary>
    public string? AccessFolder { get; private init; }

    /// <summary>
    /// <c>Tocsin:Proxies</c>: the addresses and networks of proxies whose word on a client's address is taken; default none.
    /// </summary>
    public IReadOnlyList<IPNetwork> Proxies { get; private init; } = [];

    private static readonly TimeSpan DrainTimeMax = TimeSpan.FromMinutes(1);

    /// <summary>Reads it.</summary>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static GatewayOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mode = ModeOf(configuration);
        var provider = ProviderSettings.Read(configuration);
        var devTokens = DevTokens(configuration, mode, provider);
        if (mode == RunMode.Cluster && provider is null && !devTokens)
        {
            throw new MisconfigurationException(
                "Tocsin:Jwt:Authority", "must name an OIDC provider in the mode Cluster (or Tocsin:DevTokens be true, for tests)");
        }
        var perSecond = Number(configuration, "Tocsin:RateLimit:PerSecond", 50, 0);
        return new GatewayOptions
        {
            Mode = mode,
            DevTokensAllowed = devTokens,
            DevKeyFile = Text(configuration, "Tocsin:DevKeyFile"),
            HasDocs = Flag(configuration, "Tocsin:Docs") ?? mode == RunMode.Embedded,
            Provider = provider,
            ClusterId = Text(configuration, "Tocsin:ClusterId") ?? "tocsin",
            ConnectionString = mode == RunMode.Cluster
                ? DatabaseConnection.Complete(
                    Required(configuration, "ConnectionStrings:Tocsin", "is needed in the mode Cluster"))
                : "",
            RequestsPerSecond = perSecond,
            RequestBurst = Number(configuration, "Tocsin:RateLimit:Burst", perSecond * 4, perSecond > 0 ? 1 : 0),
            DrainTime = Time(configuration, "Tocsin:DrainTime", mode == RunMode.Cluster ? TimeSpan.FromSeconds(1) : TimeSpan.Zero),
            Tokens = TokenOptions.Read(configuration),
            Positions = new PositionLimits(MaxAge(configuration), MaxSpeed(configuration)),
            AccessFolder = Text(configuration, "Tocsin:Access:Folder")
                ?? (mode == RunMode.Embedded ? Path.Combine(Text(configuration, "Tocsin:DataDirectory") ?? "./data", "access") : null),
            Proxies = [.. ProxiesOf(configuration)],
        };
    }

    // A list, or one text with white space or commas between.
    private static IEnumerable<IPNetwork> ProxiesOf(IConfiguration configuration)
    {
        const string Key = "Tocsin:Proxies";
        var section = configuration.GetSection(Key);
        var words = section.GetChildren().Select(c => c.Value).Append(section.Value)
            .SelectMany(v => v?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
        foreach (var word in words)
        {
            if (IPNetwork.TryParse(word, out var network))
                yield return network;
            else if (IPAddress.TryParse(word, out var address))
                yield return new IPNetwork(address, address.GetAddressBytes().Length * 8);
            else
                throw new MisconfigurationException(Key, "must be addresses or networks, such as 10.0.0.5 or 10.0.0.0/24");
        }
    }

    private static RunMode ModeOf(IConfiguration configuration) => Text(configuration, "Tocsin:Mode") switch
    {
        null => RunMode.Embedded,
        var text when text.Equals(nameof(RunMode.Embedded), StringComparison.OrdinalIgnoreCase) => RunMode.Embedded,
        var text when text.Equals(nameof(RunMode.Cluster), StringComparison.OrdinalIgnoreCase) => RunMode.Cluster,
        _ => throw new MisconfigurationException("Tocsin:Mode", "must be Embedded or Cluster"),
    };

    private static bool DevTokens(IConfiguration configuration, RunMode mode, ProviderSettings? provider)
    {
        var asked = Flag(configuration, "Tocsin:DevTokens");
        if (mode != RunMode.Embedded)
            return asked ?? false;
        if (asked == true && provider is not null)
            throw new MisconfigurationException("Tocsin:DevTokens", "must not be true with Tocsin:Jwt:Authority: people sign in there");
        return asked ?? provider is null;
    }

    private static string Required(IConfiguration configuration, string key, string rule) =>
        Text(configuration, key) ?? throw new MisconfigurationException(key, rule);

    private static string? Text(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } text ? text : null;

    private static bool? Flag(IConfiguration configuration, string key) => Text(configuration, key) switch
    {
        null => null,
        var text when bool.TryParse(text, out var value) => value,
        _ => throw new MisconfigurationException(key, "must be true or false"),
    };

    private static int Number(IConfiguration configuration, string key, int otherwise, int min) => Text(configuration, key) switch
    {
        null => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min => value,
        _ => throw new MisconfigurationException(
            key, string.Create(CultureInfo.InvariantCulture, $"must be a whole number, at least {min}")),
    };

    private static TimeSpan MaxAge(IConfiguration configuration) => Text(configuration, "Tocsin:Positions:MaxAge") switch
    {
        null => PositionLimits.Usual.MaxAge,
        var text when TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value)
            && value >= PositionLimits.Ages.Min && value <= PositionLimits.Ages.Max => value,
        _ => throw new MisconfigurationException("Tocsin:Positions:MaxAge", "must be a time of 00:00:01 to 1.00:00:00"),
    };

    private static double MaxSpeed(IConfiguration configuration) => Text(configuration, "Tocsin:Positions:MaxSpeed") switch
    {
        null => PositionLimits.Usual.MaxSpeed,
        var text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value >= PositionLimits.Speeds.Min && value <= PositionLimits.Speeds.Max => value,
        _ => throw new MisconfigurationException("Tocsin:Positions:MaxSpeed", "must be metres per second, 1 to 10000"),
    };

    private static TimeSpan Time(IConfiguration configuration, string key, TimeSpan otherwise) => Text(configuration, key) switch
    {
        null => otherwise,
        var text when TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value)
            && value >= TimeSpan.Zero && value <= DrainTimeMax => value,
        _ => throw new MisconfigurationException(key, "must be a time of 00:00:00 to 00:01:00"),
    };
}
