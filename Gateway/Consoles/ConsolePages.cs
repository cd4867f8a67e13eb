using System.Collections.Frozen;
using Tocsin.Settings;

namespace Tocsin.Consoles;

/// <summary>
/// Serves the console at every path that is not a route of the contract: its files, and its page for the paths of the app.
/// </summary>
internal static class ConsolePages
{
    // Paths of the contract: an unknown one there is a problem in JSON, not a page.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "api", "console", "dev", "docs", "healthz", "metrics", "openapi");

    /// <summary>Adds it after routing: a request that has a route is passed on.</summary>
    public static void UseConsolePages(this WebApplication app, ConsoleOptions console, GatewayOptions gateway)
    {
        var files = ConsoleFiles.Read(Path.Combine(AppContext.BaseDirectory, ConsoleFiles.Folder));
        var policy = ContentSecurityPolicy.Of(console, gateway);
        app.Use((http, next) =>
        {
            if (http.GetEndpoint() is not null || !IsPage(http.Request) || files.Find(http.Request.Path) is not { } file)
                return next(http);
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=(), payment=()";
            return file.Send(http);
        });
    }

    private static bool IsPage(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return false;
        var path = (request.Path.Value ?? "/").AsSpan().TrimStart('/');
        var first = path.IndexOf('/') is >= 0 and var end ? path[..end] : path;
        return !Reserved.GetAlternateLookup<ReadOnlySpan<char>>().Contains(first);
    }
}
