using System.Globalization;
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

    /// <summary>Whether there is <c>POST /dev/token</c>: in the embedded mode, and with <c>Tocsin:DevTokens</c>; default false.</summary>
    public bool DevTokensAllowed { get; private init; }

    /// <summary><c>Tocsin:Jwt:Authority</c>: the address of the OIDC provider; null (the default): none.</summary>
    public string? Authority { get; private init; }

    /// <summary><c>Tocsin:Jwt:Audience</c>: the audience of its tokens; required with an authority.</summary>
    public string? Audience { get; private init; }

    /// <summary><c>Tocsin:Jwt:RoleClaim</c>: the claim with the roles, default <c>roles</c>.</summary>
    public string RoleClaim { get; private init; } = "roles";

    /// <summary><c>Tocsin:ClusterId</c>: the cluster of silos and gateways, default <c>tocsin</c>.</summary>
    public string ClusterId { get; private init; } = "tocsin";

    /// <summary><c>ConnectionStrings:Tocsin</c>: Npgsql; required in the mode Cluster, empty in the embedded mode.</summary>
    public string ConnectionString { get; private init; } = "";

    /// <summary>
    /// <c>Tocsin:RateLimit:PerSecond</c>: requests per second of one identity, default 50 in the mode Cluster; 0: no limit.
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

    private static readonly TimeSpan DrainTimeMax = TimeSpan.FromMinutes(1);

    /// <summary>Reads it.</summary>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static GatewayOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mode = ModeOf(configuration);
        var devTokens = Flag(configuration, "Tocsin:DevTokens") ?? false;
        var (authority, audience) = Provider(configuration);
        if (mode == RunMode.Cluster && authority is null && !devTokens)
        {
            throw new MisconfigurationException(
                "Tocsin:Jwt:Authority", "must name an OIDC provider in the mode Cluster (or Tocsin:DevTokens be true, for tests)");
        }
        var limited = mode == RunMode.Cluster && !devTokens;
        var perSecond = Number(configuration, "Tocsin:RateLimit:PerSecond", limited ? 50 : 0, 0);
        return new GatewayOptions
        {
            Mode = mode,
            DevTokensAllowed = mode == RunMode.Embedded || devTokens,
            Authority = authority,
            Audience = audience,
            RoleClaim = Text(configuration, "Tocsin:Jwt:RoleClaim") ?? ProviderSettings.DefaultRoleClaim,
            ClusterId = Text(configuration, "Tocsin:ClusterId") ?? "tocsin",
            ConnectionString = mode == RunMode.Cluster
                ? Required(configuration, "ConnectionStrings:Tocsin", "is needed in the mode Cluster")
                : "",
            RequestsPerSecond = perSecond,
            RequestBurst = Number(configuration, "Tocsin:RateLimit:Burst", perSecond * 4, perSecond > 0 ? 1 : 0),
            DrainTime = Time(configuration, "Tocsin:DrainTime", mode == RunMode.Cluster ? TimeSpan.FromSeconds(1) : TimeSpan.Zero),
            Positions = new PositionLimits(MaxAge(configuration), MaxSpeed(configuration)),
        };
    }

    private static RunMode ModeOf(IConfiguration configuration) => Text(configuration, "Tocsin:Mode") switch
    {
        null => RunMode.Embedded,
        var text when text.Equals(nameof(RunMode.Embedded), StringComparison.OrdinalIgnoreCase) => RunMode.Embedded,
        var text when text.Equals(nameof(RunMode.Cluster), StringComparison.OrdinalIgnoreCase) => RunMode.Cluster,
        _ => throw new MisconfigurationException("Tocsin:Mode", "must be Embedded or Cluster"),
    };

    private static (string? Authority, string? Audience) Provider(IConfiguration configuration)
    {
        var provider = ProviderSettings.Read(configuration);
        return (provider?.Authority, provider?.Audience);
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
