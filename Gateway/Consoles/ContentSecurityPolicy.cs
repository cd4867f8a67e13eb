using Tocsin.Settings;

namespace Tocsin.Consoles;

/// <summary>
/// What the console's pages may do in a browser: run our own scripts only, talk to this gateway, the sign-in provider and the map's servers
/// only, and stand in nobody's frame. A caller's words that slipped through as markup would find nothing that runs them.
/// </summary>
internal static class ContentSecurityPolicy
{
    /// <summary>The header's value.</summary>
    public static string Of(ConsoleOptions console, GatewayOptions gateway)
    {
        var map = new[] { console.StyleUrl, console.TileUrl }.OfType<string>().Select(OriginOf).Concat(console.MapOrigins).Distinct().ToArray();
        var signIn = gateway.Authority is { } authority ? [OriginOf(authority)] : Array.Empty<string>();
        return string.Join("; ", [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            // MapLibre makes images of what it is given; sounds and icons are our own.
            Sources("img-src 'self' data: blob:", map),
            "media-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self' blob:",
            Sources("connect-src 'self'", [.. map, .. signIn]),
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]);
    }

    /// <summary>Scheme, host and port of an address; braces of a tile address do not matter.</summary>
    public static string OriginOf(string address) => new Uri(address.Replace('{', '_').Replace('}', '_')).GetLeftPart(UriPartial.Authority);

    private static string Sources(string directive, string[] origins) => origins.Length == 0 ? directive : directive + " " + string.Join(' ', origins);
}
