using Tocsin.Settings;

namespace Tocsin.Consoles;

/// <summary>
/// What the console's pages may do in a browser: run our own scripts only, connect to this gateway, the sign-in provider and the map's
/// servers only, and be in no frame. Text of a caller that was shown as markup by mistake would not be executed.
/// </summary>
internal static class ContentSecurityPolicy
{
    /// <summary>The header's value.</summary>
    public static string Of(ConsoleOptions console, GatewayOptions gateway)
    {
        string[] addresses = [.. new[] { console.StyleUrl, console.TileUrl }.OfType<string>()];
        string[] map = [.. addresses.Select(OriginOf).Concat(console.MapOrigins).Distinct()];
        var signIn = gateway.Authority is { } authority ? [OriginOf(authority)] : Array.Empty<string>();
        return string.Join("; ", [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            // MapLibre makes images from data; sounds and icons are our own.
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

    /// <summary>Scheme, host and port of an address; it may be a tile address with braces.</summary>
    public static string OriginOf(string address) => new Uri(address.Replace('{', '_').Replace('}', '_')).GetLeftPart(UriPartial.Authority);

    private static string Sources(string directive, string[] origins) =>
        origins.Length == 0 ? directive : directive + " " + string.Join(' ', origins);
}
