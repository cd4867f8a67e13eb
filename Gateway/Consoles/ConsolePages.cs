using System.Collections.Frozen;
using Tocsin.Settings;

namespace Tocsin.Consoles;

/// <summary>Serves the console wherever no route of the contract is: its files, and its page for every address that the app itself understands.</summary>
internal static class ConsolePages
{
    // What lies below is the contract's: a wrong path there is a problem in JSON, not a page.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "api", "console", "dev", "docs", "healthz", "metrics", "openapi");

    /// <summary>Puts it behind the routing: whatever has a route goes on to it.</summary>
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
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
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
