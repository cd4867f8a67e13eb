using System.Globalization;
using Tocsin.Hosting;
using Tocsin.Settings;

namespace Tocsin.Consoles;

/// <summary>The console's configuration: the keys <c>Tocsin:Console:*</c>, read and checked once at the start.</summary>
public sealed record ConsoleOptions
{
    private const string Prefix = "Tocsin:Console:";

    // The highest level of the usual tile servers.
    private const double ZoomMax = 22;

    // A person who reads touches nothing for a while.
    private static readonly TimeSpan LockMin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LockMax = TimeSpan.FromDays(1);

    private static readonly string[] Placeholders = ["{z}", "{x}", "{y}"];

    /// <summary>
    /// <c>Tocsin:Console:ClientId</c>: the client id at the OIDC provider, default <c>tocsin-console</c>; no secret (code flow with PKCE).
    /// </summary>
    public string ClientId { get; private init; } = "tocsin-console";

    /// <summary>
    /// <c>Tocsin:Console:StyleUrl</c>: the address of a MapLibre style; null (the default): a plain one that needs no network.
    /// </summary>
    public string? StyleUrl { get; private init; }

    /// <summary>
    /// <c>Tocsin:Console:TileUrl</c>: raster tiles, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; null (the default): none.
    /// </summary>
    public string? TileUrl { get; private init; }

    /// <summary><c>Tocsin:Console:Attribution</c>: the map's attribution; null (the default): none.</summary>
    public string? Attribution { get; private init; }

    /// <summary>
    /// <c>Tocsin:Console:Datum</c>: <c>wgs84</c> (the default), or <c>gcj02</c> for a base map that is shifted as Chinese ones are.
    /// </summary>
    public string Datum { get; private init; } = "wgs84";

    /// <summary><c>Tocsin:Console:Centre</c>, latitude: WGS 84 degrees, -90 to 90, default 36.53.</summary>
    public double CentreLat { get; private init; } = 36.53;

    /// <summary><c>Tocsin:Console:Centre</c>, longitude: WGS 84 degrees, -180 to 180, default 113.05.</summary>
    public double CentreLon { get; private init; } = 113.05;

    /// <summary><c>Tocsin:Console:Zoom</c>: the zoom level of web maps, 0 to 22, default 12.</summary>
    public double Zoom { get; private init; } = 12;

    /// <summary>
    /// <c>Tocsin:Console:MapOrigins</c>: further origins from which the browser may fetch parts of the map (glyphs, sprites, tiles),
    /// separated by blanks; default none.
    /// </summary>
    public IReadOnlyList<string> MapOrigins { get; private init; } = [];

    /// <summary>
    /// <c>Tocsin:Console:LockAfter</c>: a console locks when nobody used it for so long, 10 s to 1 d; null (the default): never.
    /// </summary>
    public TimeSpan? LockAfter { get; private init; }

    /// <summary><c>Tocsin:Console:UnitLockAfter</c>: the same for the page of a unit, on its phone.</summary>
    public TimeSpan? UnitLockAfter { get; private init; }

    /// <summary><c>Tocsin:TimeZone</c>: the centre's time zone, IANA, default <c>UTC</c>.</summary>
    public string TimeZone { get; private init; } = "UTC";

    /// <summary>Reads it.</summary>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static ConsoleOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? Text(string key) => configuration[Prefix + key] is { Length: > 0 } text ? text : null;
        var (lat, lon) = Centre(Text("Centre") ?? "36.53,113.05");
        return new ConsoleOptions
        {
            ClientId = Text("ClientId") ?? "tocsin-console",
            StyleUrl = Address("StyleUrl", Text("StyleUrl")),
            TileUrl = Tiles(Text("TileUrl")),
            Attribution = Text("Attribution"),
            Datum = Text("Datum") switch
            {
                null => "wgs84",
                "wgs84" => "wgs84",
                "gcj02" => "gcj02",
                _ => throw Wrong("Datum", "must be wgs84 or gcj02"),
            },
            CentreLat = lat,
            CentreLon = lon,
            Zoom = Number(Text("Zoom") ?? "12") is { } zoom and >= 0 and <= ZoomMax
                ? zoom
                : throw Wrong("Zoom", "must be a number from 0 to 22"),
            MapOrigins = [.. (Text("MapOrigins") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Origin)],
            LockAfter = Idle("LockAfter", Text("LockAfter")),
            UnitLockAfter = Idle("UnitLockAfter", Text("UnitLockAfter")),
            TimeZone = Zone(configuration["Tocsin:TimeZone"]),
        };
    }

    private static TimeSpan? Idle(string key, string? text)
    {
        if (text is null)
            return null;
        return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time) && time >= LockMin && time <= LockMax
            ? time
            : throw Wrong(key, "must be a time of 00:00:10 to 1.00:00:00");
    }

    private static string? Address(string key, string? text) =>
        text is null || IsHttp(text) ? text : throw Wrong(key, "must be an http or https address");

    private static string? Tiles(string? text)
    {
        if (text is null || (IsHttp(text) && Placeholders.All(p => text.Contains(p, StringComparison.Ordinal))))
            return text;
        throw Wrong("TileUrl", "must be an http or https address with {z}, {x} and {y}");
    }

    private static string Origin(string text) =>
        IsHttp(text) && ContentSecurityPolicy.OriginOf(text) == text
            ? text
            : throw Wrong("MapOrigins", "must be origins (https://tiles.example) separated by blanks");

    private static bool IsHttp(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static (double Lat, double Lon) Centre(string text) =>
        text.Split(',') is [var first, var second]
            && Number(first) is { } lat and >= -GatewayLimits.LatitudeMax and <= GatewayLimits.LatitudeMax
            && Number(second) is { } lon and >= -GatewayLimits.LongitudeMax and <= GatewayLimits.LongitudeMax
            ? (lat, lon)
            : throw Wrong("Centre", "must be a latitude and a longitude, e.g. 36.53,113.05");

    // In the mode Cluster there is no silo in this process that checks the key.
    private static string Zone(string? text) => string.IsNullOrEmpty(text) ? "UTC" : TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)
        ? text
        : throw new MisconfigurationException("Tocsin:TimeZone", "must be an IANA time zone, e.g. 'Asia/Shanghai'");

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static MisconfigurationException Wrong(string key, string rule) => new(Prefix + key, rule);
}
