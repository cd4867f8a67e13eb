using System.Globalization;
using Tocsin.Hosting;

namespace Tocsin.Consoles;

/// <summary>What the console is told about where it works: the keys <c>Tocsin:Console:*</c>, read and checked once at the start.</summary>
public sealed record ConsoleOptions
{
    private const string Prefix = "Tocsin:Console:";

    // As far as the usual tile servers go.
    private const double ZoomMax = 22;

    /// <summary><c>Tocsin:Console:ClientId</c>: what the console is called at the OIDC provider; it has no secret (code flow with PKCE).</summary>
    public string ClientId { get; private init; } = "tocsin-console";

    /// <summary><c>Tocsin:Console:StyleUrl</c>: a MapLibre style; null: the plain one that needs no network.</summary>
    public string? StyleUrl { get; private init; }

    /// <summary><c>Tocsin:Console:TileUrl</c>: raster tiles, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; null: none.</summary>
    public string? TileUrl { get; private init; }

    /// <summary><c>Tocsin:Console:Attribution</c>: whose map it is.</summary>
    public string? Attribution { get; private init; }

    /// <summary><c>Tocsin:Console:Datum</c>: <c>wgs84</c>, or <c>gcj02</c> where the base map is shifted as Chinese ones are.</summary>
    public string Datum { get; private init; } = "wgs84";

    /// <summary><c>Tocsin:Console:Centre</c>, latitude: WGS 84 degrees.</summary>
    public double CentreLat { get; private init; } = 36.53;

    /// <summary><c>Tocsin:Console:Centre</c>, longitude: WGS 84 degrees.</summary>
    public double CentreLon { get; private init; } = 113.05;

    /// <summary><c>Tocsin:Console:Zoom</c>: 0 to 22, as web maps count.</summary>
    public double Zoom { get; private init; } = 12;

    /// <summary><c>Tocsin:Console:MapOrigins</c>: where else the browser may fetch parts of the map that the style names (glyphs, sprites, tiles), apart by blanks.</summary>
    public IReadOnlyList<string> MapOrigins { get; private init; } = [];

    /// <summary><c>Tocsin:TimeZone</c>: in what time the centre lives; IANA.</summary>
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
            Datum = Text("Datum") is not { } datum ? "wgs84" : datum is "wgs84" or "gcj02" ? datum : throw Wrong("Datum", "must be wgs84 or gcj02"),
            CentreLat = lat,
            CentreLon = lon,
            Zoom = Number(Text("Zoom") ?? "12") is { } zoom and >= 0 and <= ZoomMax ? zoom : throw Wrong("Zoom", "must be a number from 0 to 22"),
            MapOrigins = [.. (Text("MapOrigins") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Origin)],
            TimeZone = Zone(configuration["Tocsin:TimeZone"]),
        };
    }

    private static string? Address(string key, string? text) =>
        text is null || IsHttp(text) ? text : throw Wrong(key, "must be an http or https address");

    private static string? Tiles(string? text)
    {
        if (text is null || (IsHttp(text) && text.Contains("{z}", StringComparison.Ordinal) && text.Contains("{x}", StringComparison.Ordinal) && text.Contains("{y}", StringComparison.Ordinal)))
            return text;
        throw Wrong("TileUrl", "must be an http or https address with {z}, {x} and {y}");
    }

    private static string Origin(string text) =>
        IsHttp(text) && ContentSecurityPolicy.OriginOf(text) == text ? text : throw Wrong("MapOrigins", "must be origins (https://tiles.example) apart by blanks");

    private static bool IsHttp(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static (double Lat, double Lon) Centre(string text) =>
        text.Split(',') is [var first, var second] && Number(first) is { } lat and >= -90 and <= 90 && Number(second) is { } lon and >= -180 and <= 180
            ? (lat, lon)
            : throw Wrong("Centre", "must be a latitude and a longitude, e.g. 36.53,113.05");

    // In the mode Cluster no silo in this process looks at the key.
    private static string Zone(string? text) => string.IsNullOrEmpty(text) ? "UTC" : TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)
        ? text
        : throw new MisconfigurationException("Tocsin:TimeZone", "must be an IANA time zone, e.g. 'Asia/Shanghai'");

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static MisconfigurationException Wrong(string key, string rule) => new(Prefix + key, rule);
}
