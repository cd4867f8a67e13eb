using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace Tocsin.OpenApi;

/// <summary>
/// The page that shows the OpenAPI document, at <c>/docs</c>: 5 MB of somebody else's script. So it runs in a sandbox, as if it came from
/// another site, and reaches nothing but itself and the document: neither the console's storage, in which the token lies, nor the network.
/// </summary>
internal static class ReferencePage
{
    private const string Path = "/docs";
    private const int NonceBytes = 16;

    // A sandboxed page has no storage, and the script wants one: it gets one that ends with the page.
    private const string Storage = """
        for (const name of ['localStorage', 'sessionStorage']) {
          const kept = new Map();
          Object.defineProperty(window, name, { value: {
            get length() { return kept.size; },
            key: (i) => [...kept.keys()][i] ?? null,
            getItem: (k) => kept.get(String(k)) ?? null,
            setItem: (k, v) => void kept.set(String(k), String(v)),
            removeItem: (k) => void kept.delete(String(k)),
            clear: () => kept.clear(),
          } });
        }
        """;

    /// <summary>Maps it.</summary>
    public static void MapReferencePage(this IEndpointRouteBuilder routes) =>
        routes.MapScalarApiReference(Path, (scalar, http) =>
        {
            var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
            http.Response.Headers.ContentSecurityPolicy = PolicyOf(nonce);
            http.Response.Headers.CacheControl = "no-store";
            scalar.Nonce = nonce;
            scalar.HeadContent = $"<script nonce=\"{nonce}\">{Storage}</script>";
            scalar.Title = "Tocsin";
            scalar.OpenApiRoutePattern = "/openapi/{documentName}.json";
            // The page comes from this gateway whole: a command centre may have no way out.
            scalar.DefaultFonts = false;
            // No offers of the page's makers: no chat, no server of tools, no other program, no proxy, no counting.
            scalar.DisableAgent().DisableMcp().DisableTelemetry().HideDeveloperTools();
            scalar.ProxyUrl = "";
            scalar.HideClientButton = true;
            // A sandboxed page may not ask the gateway for anything else.
            scalar.HideTestRequestButton = true;
        });

    /// <summary>Lets the sandboxed page, which counts as of no origin, read its own parts and the document. They are public.</summary>
    public static void UseReferencePage(this WebApplication app) => app.Use((http, next) =>
    {
        var path = http.Request.Path;
        if (path.StartsWithSegments(Path, StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal))
            http.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "null";
        return next(http);
    });

    private static string PolicyOf(string nonce) => string.Join("; ", [
        "sandbox allow-scripts",
        "default-src 'none'",
        $"script-src 'self' 'nonce-{nonce}'",
        // It makes its styles while it runs.
        "style-src 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]);
}
